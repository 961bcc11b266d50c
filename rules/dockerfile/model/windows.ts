import type { FromInstruction } from './instructions/from';

/** Repositories of Windows images, and tags of images that come for both systems. */
const windowsRepository =
  /(?:^|\/)(?:windows|nanoserver|windowsservercore|servercore|iis|aspnet-framework)(?:\/|$)|dotnet\/framework/;
const windowsTag = /(?:windowsservercore|nanoserver|windows)/;

/** True where a stage is built for Windows, as platform, image or escape character tell. */
export function isWindowsImage(from: FromInstruction, escapeChar: string): boolean {
  const platform = from.platform?.known;
  if (platform !== undefined && platform !== '') return /^windows(?:\/|$|\()/.test(platform);
  const image = from.reference;
  if (image && (windowsRepository.test(image.repository) || windowsTag.test(image.tag ?? ''))) return true;
  // The escape character is changed because of Windows paths; who builds for Linux has no reason to.
  return escapeChar === '`';
}
