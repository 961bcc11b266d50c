import { say } from '../../message';
import { cisDocker, dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'add-instruction',
  topic: 'C10',
  severity: 'info',
  profile: 'all',
  title: 'ADD of anything',
  why: 'ADD fetches and unpacks by itself, whatever the source holds. Who wants neither at all uses COPY alone.',
  remedy: 'Use COPY, and RUN for what must be fetched or unpacked.',
  aliases: ['CKV_DOCKER_4'],
  references: [
    cisDocker('4.9'),
    dockerDocs('build/building/best-practices/#add-or-copy', 'Building best practices, ADD or COPY'),
  ],

  add(add, { report }) {
    report(add.keyword, say`Use COPY rather than ADD.`);
  },
});
