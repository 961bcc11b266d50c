import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdits, overlaps } from '../../rules/index';
import { EditedText, type RuleEdit } from '../../server/edited-text';

/** Edits of a text that do not touch each other. */
const editsOf = (text: string): fc.Arbitrary<RuleEdit[]> =>
  fc
    .array(
      fc
        .tuple(fc.nat(text.length), fc.nat(5), fc.string({ maxLength: 4 }))
        .map(([start, length, replacement]) => ({
          span: { start, end: Math.min(start + length, text.length) },
          text: replacement,
          rule: 'x',
        })),
      { maxLength: 4 },
    )
    .map((edits) =>
      edits.filter(
        (edit, index) => !edits.slice(0, index).some((before) => overlaps(before.span, edit.span)),
      ),
    );

test('many rounds of edits come to the same as one round on the first text', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), fc.gen(), (text, gen) => {
      const edited = new EditedText(text);
      let expected = text;
      for (let round = 0; round < 4; round++) {
        const edits = gen(editsOf, expected);
        edited.apply(edits);
        expected = applyEdits(expected, edits);
        expect(edited.text).toBe(expected);
      }
      expect(applyEdits(text, edited.edits)).toBe(expected);
    }),
    { numRuns: 500 },
  );
});

test('an edit stays as small as it was made, and knows its rule', () => {
  const edited = new EditedText('one two three');
  edited.apply([{ span: { start: 4, end: 7 }, text: '2', rule: 'numbers' }]);
  edited.apply([{ span: { start: 0, end: 4 }, text: '', rule: 'drop' }]);
  edited.apply([{ span: { start: 7, end: 7 }, text: '!', rule: 'shout' }]);
  expect(edited.text).toBe('2 three!');
  expect(edited.edits).toEqual([
    { span: { start: 0, end: 7 }, text: '2', rule: 'drop' },
    { span: { start: 13, end: 13 }, text: '!', rule: 'shout' },
  ]);
});

test('text that came and went leaves no edit', () => {
  const edited = new EditedText('ab');
  edited.apply([{ span: { start: 1, end: 1 }, text: 'xyz', rule: 'come' }]);
  edited.apply([{ span: { start: 1, end: 4 }, text: '', rule: 'go' }]);
  expect(edited.edits).toEqual([]);
});
