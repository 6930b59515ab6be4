import { type Documents, indexedDbStore } from '@saphena/client'
import { withoutRecalledText } from './withoutRecalledText'

export type Article = Documents['articles']
export type Symptom = Documents['symptoms']
export type Remedy = Documents['remedies']
export type Clinic = Documents['clinics']

/** All that is kept on this device of what Saphena has published; each language is a copy of its own. */
export const copyName = 'saphena'
export const copy = withoutRecalledText(indexedDbStore(copyName))
