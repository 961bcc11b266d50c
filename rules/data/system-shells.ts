/**
 * What `/bin/sh` is in well-known images. `dash` is Debian's and Ubuntu's; `ash` is BusyBox's, which knows some of Bash;
 * `bash` in its sh mode is that of Red Hat's family, SUSE, Arch and Amazon Linux.
 *
 * Sources, read 2026-08-22: Debian Policy 10.4 and the `dash` package (https://wiki.debian.org/Shell),
 * https://wiki.alpinelinux.org/wiki/Shell_management, the descriptions of the official images on Docker Hub.
 */
export type SystemShell = 'dash' | 'ash' | 'bash';

/** Official images of Docker Hub, by the name that people write. */
export const shellsOfImages: Readonly<Record<string, SystemShell>> = {
  debian: 'dash',
  ubuntu: 'dash',
  'buildpack-deps': 'dash',
  alpine: 'ash',
  busybox: 'ash',
  docker: 'ash',
  fedora: 'bash',
  centos: 'bash',
  rockylinux: 'bash',
  'rockylinux/rockylinux': 'bash',
  almalinux: 'bash',
  amazonlinux: 'bash',
  oraclelinux: 'bash',
  archlinux: 'bash',
  'opensuse/leap': 'bash',
  'opensuse/tumbleweed': 'bash',
};

/** Official images on Debian, unless their tag says Alpine. */
export const imagesOnDebian: ReadonlySet<string> = new Set([
  'python',
  'node',
  'ruby',
  'golang',
  'php',
  'perl',
  'rust',
  'gcc',
  'nginx',
  'httpd',
  'postgres',
]);

/** Releases whose dash surely has no `pipefail`: Debian 12 and Ubuntu 24.04 ship dash 0.5.12 and older. */
export const releaseWithoutPipefail =
  /(?:^|[-_])(?:stretch|buster|bullseye|bookworm|xenial|bionic|focal|jammy|noble|(?:9|10|11|12|16\.04|18\.04|20\.04|22\.04|24\.04)(?:[.-].*)?$)/;
