import { parseArgs } from 'node:util';
import { startObservatory } from './server.js';

const { values } = parseArgs({ options: { port: { type: 'string', default: '8080' } } });
const { url } = await startObservatory({ port: Number(values.port), log: (line) => console.log(line) });
console.log(`Observatorio de demostración: ${url}/`);
