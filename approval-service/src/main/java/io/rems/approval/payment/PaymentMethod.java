package io.rems.approval.payment;

/** How a firm pays. */
enum PaymentMethod {
    TRANSFER,
    CHEQUE,
    CASH,
    KNET,
    CARD
}
