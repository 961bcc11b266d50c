/**
 * Text that came from a file, as Markdown that shows it as it is: no markup, HTML or link in a manifest's names takes
 * effect. What the text itself puts between backticks is shown as code, where nothing takes effect either.
 */
export function plainText(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? part : escaped(part)))
    .join('');
}

const escaped = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>&~|#!@$]/g, (character) => `\\${character}`)
    // Bare addresses would become links.
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\bwww\./gi, (www) => `${www.slice(0, -1)}\\.`)
    // Marks of lists and rules count at the start only.
    .replace(/^([-+=])/, '\\$1')
    .replace(/^(\d+)([.)])/, '$1\\$2');
