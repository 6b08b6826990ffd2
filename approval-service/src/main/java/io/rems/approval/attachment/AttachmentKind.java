package io.rems.approval.attachment;

/** What a paper is to the expense. */
enum AttachmentKind {
    QUOTE,
    BILL,
    RECEIPT,
    PHOTO,
    OTHER
}
