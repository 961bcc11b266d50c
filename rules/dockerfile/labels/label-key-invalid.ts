import { say } from '../../message';
import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'label-key-invalid',
  topic: 'C10',
  severity: 'info',
  profile: 'all',
  title: 'Key of a LABEL that Docker advises against',
  why: 'Tools that read labels expect small letters, digits, `.`, `-`, `_` and `/`. The names `com.docker.`, `io.docker.` and `org.dockerproject.` are kept for Docker itself.',
  remedy: 'Write the key in small letters, below a domain of your own: `com.example.version`.',
  aliases: ['DL3048'],
  references: [
    dockerDocs('engine/manage-resources/labels/#key-format-recommendations', 'Object labels, format of keys'),
  ],

  label({ pairs }, { report }) {
    for (const { name } of pairs) {
      const key = name.known;
      if (key === undefined || isValid(key)) continue;
      report(
        name,
        reserved.test(key)
          ? say`\`${key}\` is below a name that is kept for Docker itself.`
          : say`\`${key}\` is no good key of a label: use small letters, digits, \`.\`, \`-\`, \`_\` and \`/\`.`,
      );
    }
  },
});

const reserved = /^(?:com\.docker|io\.docker|org\.dockerproject)\./;

const isValid = (key: string): boolean =>
  /^[a-z](?:[a-z0-9._/-]*[a-z0-9])?$/.test(key) && !/\.\.|--/.test(key) && !reserved.test(key);
