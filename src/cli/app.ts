import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { runIn } from './runIn'
import { runningSaphena } from './runningSaphena'

/**
 * `npm run app`: the example app, for a running Saphena with the same settings. Installs its packages where they are missing, builds it and
 * serves it at http://127.0.0.1:4322.
 */
const folder = resolve('examples/app')
const saphenaUrl = await runningSaphena()
if (!existsSync(`${folder}/node_modules`)) await runIn(folder, ['npm', 'ci', '--no-audit', '--no-fund'])
await runIn(folder, ['npm', 'run', '--silent', 'build'], { VITE_SAPHENA_URL: saphenaUrl })
// The port and the address of this process are Saphena's.
await runIn(folder, ['npm', 'start'], { PORT: '', HOST: '' })
