import config from '../payload.config'
import { writeGenerated } from './writeGenerated'

/** `npm run generate`: writes what is derived from the code and committed: types, schema, settings, the API's description, the reference. */
await writeGenerated(await config, process.cwd())
process.exit(0)
