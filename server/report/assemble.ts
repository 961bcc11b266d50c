import type { Ending, FileText, Format, Report } from './report';

/** The whole report of what a format has made of the files, piece by piece. */
export function* assemble(
  format: Format,
  report: Report,
  files: Iterable<FileText>,
  ending: () => Ending,
): Generator<string> {
  yield format.head(report);
  const later: string[] = [];
  let separator = '';
  for (const file of files) {
    if (file.later !== '') later.push(file.later);
    if (file.text === '') continue;
    if (separator !== '') yield separator;
    yield file.text;
    separator = format.separator;
  }
  yield format.tail(report, ending(), later);
}
