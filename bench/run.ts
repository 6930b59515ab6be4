import { benchDashboard } from './dashboard'
import { benchDelivery } from './delivery'
import { benchDeskPanel } from './deskPanel'
import { benchDeskSave } from './deskSave'
import { benchImporting } from './importing'
import { benchLinking } from './linking'
import { benchLoad } from './loadAndGrowth'
import { benchRelinking } from './relinking'

/** `npm run bench -- [NAME…]`: measures what is named, or everything, on this machine, and writes figures to `bench/results/`. */
const benches: Record<string, () => void | Promise<void>> = {
  linking: benchLinking,
  import: benchImporting,
  relink: benchRelinking,
  'desk-panel': benchDeskPanel,
  'desk-save': benchDeskSave,
  'desk-dashboard': benchDashboard,
  delivery: () => benchDelivery([]),
  load: () => benchLoad([]),
}

const asked = process.argv.slice(2)
// What follows these is for them.
if (asked[0] === 'delivery') await benchDelivery(asked.slice(1))
else if (asked[0] === 'load') await benchLoad(asked.slice(1))
else
  for (const name of asked.length ? asked : Object.keys(benches)) {
    const bench = benches[name]
    if (!bench) throw new Error(`There is no bench ${name}; there are ${Object.keys(benches).join(', ')}`)
    console.log(`== ${name}`)
    await bench()
  }
