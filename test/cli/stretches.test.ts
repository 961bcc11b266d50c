import { openSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bytesAt, readAt } from '../../server/files/stretch';
import { project } from './program';

it('a part of a file is what stands there, in whatever order parts are asked for', () => {
  const content = Buffer.from(
    Array.from({ length: 900_000 }, (_, index) => (index * 7 + (index >> 8)) & 255),
  );
  const files = ['one', 'two'].map((name, index) => {
    const file = path.join(project(), name);
    writeFileSync(file, content.subarray(index));
    return { handle: openSync(file, 'r'), content: content.subarray(index) };
  });
  const part = fc.record({
    file: fc.constantFrom(...files),
    start: fc.nat(910_000),
    length: fc.oneof({ weight: 9, arbitrary: fc.nat(9000) }, { weight: 1, arbitrary: fc.nat(400_000) }),
  });
  fc.assert(
    fc.property(fc.array(part, { minLength: 20 }), (parts) => {
      for (const { file, start, length } of parts) {
        const isInside = start + length <= file.content.length;
        const expected = isInside ? file.content.subarray(start, start + length) : Buffer.alloc(0);
        const stretch = { handle: file.handle, start, length };
        expect(bytesAt(stretch).equals(expected)).toBe(true);
        expect(readAt(stretch).equals(expected)).toBe(true);
      }
    }),
  );
});
