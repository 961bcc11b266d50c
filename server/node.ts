import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { translationsFor } from './files/translations';
import { startServer } from './language-server';
import { nodeHost } from './node-host';

const transports = ['--stdio', '--node-ipc', '--socket', '--pipe'];
const hasTransport = process.argv.some((argument) => transports.includes(argument.split('=')[0] ?? ''));

if (hasTransport) startServer(createConnection(ProposedFeatures.all), nodeHost, translationsFor);
else {
  console.error('Use: seaworthy-language-server --stdio (or --node-ipc, --socket=PORT, --pipe=NAME)');
  process.exitCode = 2;
}
