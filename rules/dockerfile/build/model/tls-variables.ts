import { say } from '../../../message';
import type { Instruction } from '../../model/instructions';
import type { DockerfileContext } from '../../model/rule';
import { variableSettings } from './variables';

/** A variable by which programs leave out the check of certificates. */
export interface TlsVariable {
  readonly name: RegExp;
  /** The values that switch the check off. */
  readonly off: RegExp;
  /** Who heeds it. */
  readonly reader: string;
}

/** Tells of each place where an instruction sets one of the variables to a value that switches checks off. */
export function reportTlsVariables(
  instruction: Instruction,
  { report }: DockerfileContext,
  variables: readonly TlsVariable[],
): void {
  for (const { name, value, span } of variableSettings(instruction)) {
    const variable = variables.find((one) => one.name.test(name) && one.off.test(value));
    if (variable)
      report(
        { span },
        say`With ${name}=${value} ${variable.reader} talks to anybody who answers, whatever the certificate. Take it out, and give the image the certificate authority that is missing.`,
      );
  }
}

export const whyTlsChecks =
  'Without the check of the certificate anybody on the way can answer in place of the server: read passwords and tokens, and hand out other packages. In ENV it holds for the containers too.';

export const remedyTlsChecks =
  'Take it out. For a server with a certificate of your own, add its certificate authority to the image (`update-ca-certificates`), or name it for the program.';
