package io.rems.ownership.valuation;

/** How a value was found. */
enum ValuationMethod {
    MARKET_COMPARISON,
    INCOME,
    COST,
    PURCHASE_PRICE,
    OTHER
}
