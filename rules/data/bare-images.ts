/**
 * Official images whose configuration sets PATH and no other variable, so that a file built on them knows all of its
 * environment. Source: the images' definitions at https://github.com/docker-library/official-images, as of 2026-11.
 */
export const bareImages: ReadonlySet<string> = new Set([
  'alpine',
  'amazonlinux',
  'busybox',
  'centos',
  'debian',
  'ubuntu',
]);
