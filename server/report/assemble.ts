import type { Ending, FileText, Format, Report } from './report';

/** The whole report of what a format has made of the files, piece by piece. */
export async function* assemble(
  format: Format,
  report: Report,
  files: AsyncIterable<FileText> | Iterable<FileText>,
  ending: () => Ending,
): AsyncGenerator<string> {
  yield format.head(report);
  const later: string[] = [];
  let separator = '';
  for await (const file of files) {
    if (file.later !== '') later.push(file.later);
    if (file.text === '') continue;
    yield separator + file.text;
    separator = format.separator;
  }
  yield format.tail(report, ending(), later);
}
