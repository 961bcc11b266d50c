import type { Audit } from './audit';
import type { ReportedFile } from './draft';
import type { FileReporter } from './report-file';

/** Makes the parts of all files in the report, in their order. The audit counts them. */
export function* reportFiles(audit: Audit, reporter: FileReporter): Generator<ReportedFile> {
  for (const job of audit.jobs()) {
    const file = reporter.make(job, audit.texts);
    audit.reported(file);
    yield file;
  }
}
