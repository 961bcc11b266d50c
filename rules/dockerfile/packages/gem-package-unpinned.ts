import { programsOf } from '../model/package-managers';
import { dockerfileRule } from '../model/rule';
import { reportUnpinned } from './model/pins';

export default dockerfileRule({
  id: 'gem-package-unpinned',
  topic: 'C5',
  severity: 'info',
  profile: 'all',
  title: '`gem install` takes a package at any version',
  why: 'The same Dockerfile gives another image as soon as there is another version, and nobody sees the change. A package that was taken over reaches the image in the same way.',
  remedy:
    'Name the version, as `rake:13.3.0` or with `--version`, or install with Bundler from a Gemfile.lock.',
  aliases: ['DL3028', 'kics:22cd11f7-9c6c-4f6e-84c0-02058120b341'],
  references: [
    { title: 'RubyGems: gem install', url: 'https://guides.rubygems.org/command-reference/#gem-install' },
  ],
  inOnbuild: true,

  programs: programsOf('gem'),
  command(command, context) {
    reportUnpinned(command, context, ['gem']);
  },
});
