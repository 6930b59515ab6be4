import type { GlobalConfig } from 'payload'
import { savedElsewhere } from '../../collections/fields/savedElsewhere'
import { refuseOverwritingSettings } from '../editorial/conflicts/refuseOverwritingSettings'
import { withHooks } from './withHooks'

/** Settings, which two administrators may have open at once. */
export const settled = (global: GlobalConfig): GlobalConfig => ({
  ...withHooks(global, refuseOverwritingSettings),
  fields: [savedElsewhere, ...global.fields],
})
