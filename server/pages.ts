/** The page of a rule, for people who want to read on. The server itself never asks for it. */
export const rulePage = (rule: string): string =>
  `https://github.com/seaworthy/seaworthy/blob/main/docs/rules/${rule}.md`;
