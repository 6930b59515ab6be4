import config from '../payload.config'
import { writeGenerated } from './writeGenerated'

/** `npm run generate`: writes what is derived from the collections and the settings, and committed. */
await writeGenerated(await config, process.cwd())
process.exit(0)
