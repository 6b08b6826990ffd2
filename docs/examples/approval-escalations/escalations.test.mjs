import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { escalationOf, notice } from './escalations.mjs';
import { Journal } from './journal.mjs';

const api = JSON.parse(readFileSync(new URL('../../events/approval.asyncapi.json', import.meta.url), 'utf8'));
const published = api.components.messages['ApprovalEscalated.v1'];

const record = (type, data, id = 'e-1') => ({
  headers: { ce_id: Buffer.from(id), ce_type: Buffer.from(type), ce_firmid: Buffer.from('f-1') },
  value: Buffer.from(JSON.stringify(data)),
});

test('reads what is published', () => {
  const example = published.examples[0].payload;

  const escalation = escalationOf(record(published.name, example));

  assert.equal(escalation.expenseId, example.expenseId);
  assert.equal(escalation.amount, '450.000 KWD');
  assert.ok(notice(escalation).includes(example.description));
  assert.ok(!notice(escalation).includes('undefined'));
  assert.notEqual(notice({ ...escalation, level: 1 }), notice({ ...escalation, level: 2 }));
});

test('takes no notice of other events', () => {
  assert.equal(escalationOf(record('rems.approval.ApprovalDecided.v1', {})), undefined);
});

test('an event that is delivered twice, or again after a restart, counts once', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'escalations-')), 'journal.jsonl');
  const escalation = { eventId: 'e-1', expenseId: 'x' };
  const journal = new Journal(path);

  assert.equal(journal.add(escalation), true);
  assert.equal(journal.add(escalation), false);
  journal.close();
  const restarted = new Journal(path);
  assert.equal(restarted.add(escalation), false);
  assert.equal(restarted.add({ ...escalation, eventId: 'e-2' }), true);
  restarted.close();
});
