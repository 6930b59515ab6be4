import type { GlobalConfig } from 'payload'
import { savedElsewhere } from '../../collections/fields/savedElsewhere'
import { Organisation } from '../../collections/Organisation'
import { refuseOverwritingSettings } from '../editorial/conflicts/refuseOverwritingSettings'
import { withHooks } from './withHooks'

/** Settings, which two administrators may have open at once. */
const settled = (global: GlobalConfig): GlobalConfig => ({
  ...withHooks(global, refuseOverwritingSettings),
  fields: [savedElsewhere, ...global.fields],
})

export const globals: GlobalConfig[] = [settled(Organisation)]
