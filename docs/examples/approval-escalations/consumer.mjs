import { Kafka, logLevel } from 'kafkajs';
import { escalationOf, notice } from './escalations.mjs';
import { Journal } from './journal.mjs';

const brokers = (process.env.KAFKA ?? 'localhost:19092').split(',');
const topic = process.env.TOPIC ?? 'rems.approval.events';
const firm = process.env.FIRM; // only this firm's, where it is given
const journal = new Journal(process.env.JOURNAL ?? 'escalations.jsonl');

const kafka = new Kafka({ clientId: 'approval-escalations', brokers, logLevel: logLevel.WARN });
const consumer = kafka.consumer({ groupId: process.env.GROUP ?? 'approval-escalations' });

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await consumer.disconnect();
    journal.close();
    process.exit(0);
  });
}

await consumer.connect();
// Nothing expires: a new consumer reads from the earliest offset, and hears of all that ever was.
await consumer.subscribe({ topic, fromBeginning: true });
await consumer.run({
  eachMessage: async ({ message }) => {
    const escalation = escalationOf(message);
    if (escalation && (!firm || escalation.firmId === firm) && journal.add(escalation)) {
      console.log(notice(escalation));
    }
  },
});
