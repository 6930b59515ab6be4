import type { Locale } from '../addresses'
import type { Urgency } from '../articles/article'

/** The few words of the page itself, in the language of what it shows. */
export interface PreviewWords {
  draft: string
  notPublished: string
  published: string
  live: string
  expires: (date: string) => string
  fellBack: string
  gone: string
  goneWhy: string
  keyPoints: string
  seekCare: Record<Urgency, string>
  references: string
  reviewed: (by: string | null, on: string | null) => string
  writtenBy: (author: string) => string
  linked: string
  related: string
  corrected: string
  recalled: string
  alsoCalled: string
  redFlags: string
  relief: string
  howTo: string
  howOften: string
  cautions: string
  helpsWith: string
  phone: string
  services: string
  minutes: (count: number) => string
  empty: string
}

export const previewWords: Record<Locale, PreviewWords> = {
  en: {
    draft: 'Draft',
    notPublished: 'This is a draft. It is not published and may not be complete.',
    published: 'This version is published.',
    live: 'This shows the draft as it is being written.',
    expires: (date) => `This link works until ${date}.`,
    fellBack: 'Some of it has no English text yet.',
    gone: 'There is nothing to see here',
    goneWhy: 'This link does not work, or no longer does. Ask whoever sent it for a new one.',
    keyPoints: 'Key points',
    seekCare: {
      'self-care': 'When to seek care',
      clinician: 'See a clinician',
      urgent: 'Get help today',
      emergency: 'Emergency: get help at once',
    },
    references: 'References',
    reviewed: (by, on) => ['Medically reviewed', ...(by ? [`by ${by}`] : []), ...(on ? [`on ${on}`] : [])].join(' '),
    writtenBy: (author) => `Written by ${author}`,
    linked: 'Linked in this article',
    related: 'Related articles',
    corrected: 'Corrected',
    recalled: 'Recalled: do not follow this article',
    alsoCalled: 'Also called',
    redFlags: 'Get help at once if',
    relief: 'What may help',
    howTo: 'How to do it',
    howOften: 'How often',
    cautions: 'Cautions',
    helpsWith: 'Helps with',
    phone: 'Phone',
    services: 'Services',
    minutes: (count) => (count === 1 ? '1 minute to read' : `${count} minutes to read`),
    empty: 'Nothing is written yet.',
  },
  es: {
    draft: 'Borrador',
    notPublished: 'Este es un borrador. No está publicado y puede estar incompleto.',
    published: 'Esta versión está publicada.',
    live: 'Muestra el borrador mientras se escribe.',
    expires: (date) => `Este enlace funciona hasta el ${date}.`,
    fellBack: 'Una parte no tiene todavía texto en español y aparece en inglés.',
    gone: 'Aquí no hay nada que ver',
    goneWhy: 'Este enlace no funciona, o ya no funciona. Pida uno nuevo a quien se lo envió.',
    keyPoints: 'Puntos clave',
    seekCare: {
      'self-care': 'Cuándo buscar atención',
      clinician: 'Consulte a un profesional de la salud',
      urgent: 'Busque ayuda hoy mismo',
      emergency: 'Emergencia: busque ayuda de inmediato',
    },
    references: 'Referencias',
    reviewed: (by, on) => ['Revisión médica', ...(by ? [`de ${by}`] : []), ...(on ? [`el ${on}`] : [])].join(' '),
    writtenBy: (author) => `Escrito por ${author}`,
    linked: 'Enlaces de este artículo',
    related: 'Artículos relacionados',
    corrected: 'Corregido',
    recalled: 'Retirado: no siga este artículo',
    alsoCalled: 'También se llama',
    redFlags: 'Busque ayuda de inmediato si',
    relief: 'Qué puede ayudar',
    howTo: 'Cómo hacerlo',
    howOften: 'Con qué frecuencia',
    cautions: 'Precauciones',
    helpsWith: 'Ayuda con',
    phone: 'Teléfono',
    services: 'Servicios',
    minutes: (count) => (count === 1 ? '1 minuto de lectura' : `${count} minutos de lectura`),
    empty: 'Todavía no hay nada escrito.',
  },
}

/** A day, or a moment with its zone, as people write it in this language. */
export function dateIn(locale: Locale, iso: string, { withTime = false } = {}): string {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return ''
  const how: Intl.DateTimeFormatOptions = withTime
    ? { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }
    : { dateStyle: 'long', timeZone: 'UTC' }
  return `${new Intl.DateTimeFormat(locale === 'es' ? 'es' : 'en-US', how).format(date)}${withTime ? ' UTC' : ''}`
}
