import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';

/**
 * A file with one line for each escalation. It is the effect and the record of what was applied at once, so that an event
 * that is delivered again, or whose offset was lost in a crash, has no second effect.
 */
export class Journal {
  #file;
  #seen;

  constructor(path) {
    const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
    // The last line may have been cut off by a crash: then its event comes again.
    this.#seen = new Set(lines.slice(0, -1).map((line) => JSON.parse(line).eventId));
    this.#file = openSync(path, 'a');
    if (lines.length > 0 && lines.at(-1) !== '') {
      throw new Error(`${path} ends within a line; remove that line, its event will be delivered again`);
    }
  }

  /** On disk when this returns. @returns whether it is new */
  add(escalation) {
    if (this.#seen.has(escalation.eventId)) {
      return false;
    }
    writeSync(this.#file, `${JSON.stringify(escalation)}\n`);
    fsyncSync(this.#file);
    this.#seen.add(escalation.eventId);
    return true;
  }

  close() {
    closeSync(this.#file);
  }
}
