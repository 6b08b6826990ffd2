/** What a record of `rems.approval.events` says, as far as this consumer is concerned. */

const ESCALATED = 'rems.approval.ApprovalEscalated.v1';

const header = (record, name) => record.headers?.[name]?.toString();

/** The escalation that the record tells of, or undefined for all other events. Fields that it does not know it ignores. */
export function escalationOf(record) {
  if (header(record, 'ce_type') !== ESCALATED) {
    return undefined;
  }
  const data = JSON.parse(record.value.toString());
  return {
    eventId: header(record, 'ce_id'),
    firmId: header(record, 'ce_firmid'),
    expenseId: data.expenseId,
    property: data.propertyName ?? data.propertyId,
    amount: `${data.amount.amount} ${data.amount.currency}`,
    description: data.description,
    deadline: data.deadline,
    level: data.level, // 1: the firm's administrators, 2: the operator of REMS
    late: data.late, // done after some time in which nothing ran
  };
}

/** What a person is told. */
export function notice({ property, amount, description, deadline, expenseId, level }) {
  const whose = level === 1 ? 'administrators may decide alone now' : 'still open, and the operator of REMS is told';
  return `Nobody decided on ${amount} for "${description}" (${property}) by ${deadline}: ${whose}. Expense ${expenseId}`;
}
