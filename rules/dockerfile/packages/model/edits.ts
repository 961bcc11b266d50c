import {
  type DockerfileEdit,
  insertWordAfter,
  insertWordBefore,
  removeWord,
  replaceWord,
} from '../../model/edit';
import { RunInstruction } from '../../model/instructions/command-line';
import type { Argument, Command } from '../../model/shell/command';

/**
 * Edits of a command's words, where they can be made: not in exec form, whose words are strings of JSON, and no word that
 * a variable or quotes hide is changed.
 */
export const addAfter = (command: Command, argument: Argument, text: string): DockerfileEdit | undefined =>
  isExecForm(command) ? undefined : insertWordAfter(argument, text);

export const addBefore = (command: Command, argument: Argument, text: string): DockerfileEdit | undefined =>
  isExecForm(command) ? undefined : insertWordBefore(argument, text);

export const addFirst = (command: Command, text: string): DockerfileEdit | undefined =>
  isExecForm(command) || !command.nameWord ? undefined : insertWordAfter(command.nameWord, text);

export const remove = (command: Command, argument: Argument): DockerfileEdit | undefined =>
  isExecForm(command) || !isAsWritten(argument) ? undefined : removeWord(argument);

export const replace = (command: Command, argument: Argument, text: string): DockerfileEdit | undefined =>
  isExecForm(command) || !isAsWritten(argument) ? undefined : replaceWord(argument, text);

export const isExecForm = ({ owner }: Command): boolean =>
  owner instanceof RunInstruction && owner.form === 'exec';

const isAsWritten = ({ word, value }: Argument): boolean => word.text === value;
