export const locales = ['en', 'es'] as const
export type Locale = (typeof locales)[number]
export const isLocale = (value: unknown): value is Locale => locales.some((each) => each === value)

/** How soon somebody should get help, as Saphena says it. */
export type Urgency = 'self-care' | 'clinician' | 'urgent' | 'emergency'

/** All that the app itself says; the rest comes from Saphena. */
export interface Words {
  app: string
  tagline: string
  skip: string
  menu: string
  other: string
  home: string
  symptoms: string
  remedies: string
  clinics: string
  search: string
  articles: string
  allArticles: string
  allSymptoms: string
  commonSymptoms: string
  device: string
  emergency: string
  advice: string
  fellBack: string
  loading: string
  lost: string
  lostWhy: string
  backHome: string
  preparing: string
  preparingWhy: string
  progress: (kept: number, all: number) => string
  begun: string
  updating: string
  upToDate: (when: string) => string
  notYet: string
  offline: (when: string) => string
  offlineEmpty: string
  refused: string
  full: string
  fullWhy: string
  again: string
  update: string
  urgency: Record<Urgency, { label: string; mark: string }>
  seekCare: string
  redFlags: string
  keyPoints: string
  minutes: (count: number) => string
  writtenBy: (name: string) => string
  reviewed: (by: string | null, on: string | null) => string
  nextReview: (on: string) => string
  updatedOn: (on: string) => string
  linked: string
  references: string
  alsoCalled: string
  relief: string
  howTo: string
  howOften: string
  cautions: string
  helpsWith: string
  articlesAbout: string
  noArticles: string
  call: (number: string) => string
  book: string
  website: string
  hours: string
  otherHours: string
  closed: string
  services: string
  languages: string
  searchFor: string
  searchHint: string
  found: (count: number) => string
  nothing: string
  kinds: { articles: string; symptoms: string; remedies: string; clinics: string }
  notices: string
  noNotices: string
  allNotices: string
  recalled: string
  recalledLong: string
  recalledGone: string
  corrected: string
  since: (on: string) => string
  understood: string
  onDevice: string
  counted: (articles: number, symptoms: number, remedies: number, clinics: number) => string
  pictures: (kept: number, leftOut: number) => string
  space: (size: string) => string
  install: string
  afresh: string
  afreshWhy: string
  privacy: string
}

export const words: Record<Locale, Words> = {
  en: {
    app: 'Health Library',
    tagline: 'Plain answers about symptoms, and what may help. Also without a network.',
    skip: 'Skip to the content',
    menu: 'Main menu',
    other: 'Español',
    home: 'Home',
    symptoms: 'Symptoms',
    remedies: 'Relief',
    clinics: 'Clinics',
    search: 'Search',
    articles: 'Articles',
    allArticles: 'All articles',
    allSymptoms: 'All symptoms',
    commonSymptoms: 'What is it about?',
    device: 'This device',
    emergency: 'In an emergency, call your local emergency number.',
    advice: 'This is general information and does not replace the advice of a clinician.',
    fellBack: 'Part of this page is not available in English.',
    loading: 'One moment…',
    lost: 'This page is not on your device',
    lostWhy: 'It may no longer be published, or has not arrived yet.',
    backHome: 'Go to the first page',
    preparing: 'Getting ready to be read anywhere',
    preparingWhy: 'Everything is put on this device once. You can read what has arrived already.',
    progress: (kept, all) => `${kept} of about ${all}`,
    begun: 'It has begun.',
    updating: 'Looking for changes…',
    upToDate: (when) => `Up to date: ${when}`,
    notYet: 'Not complete yet',
    offline: (when) => `No connection. You are reading the copy of ${when}.`,
    offlineEmpty: 'No connection. Go online once, and everything is put on this device.',
    refused: 'The health library does not answer properly now. It is tried again later.',
    full: 'This device has no room left',
    fullWhy:
      'Not everything could be kept. Delete what you no longer need on this device, and try again. What has arrived can be read.',
    again: 'Try again',
    update: 'Look for changes now',
    urgency: {
      'self-care': { label: 'You can usually look after this yourself', mark: '●' },
      clinician: { label: 'See a clinician', mark: '◆' },
      urgent: { label: 'Get help today', mark: '▲' },
      emergency: { label: 'Emergency: get help at once', mark: '✚' },
    },
    seekCare: 'When to seek care',
    redFlags: 'Get help at once if',
    keyPoints: 'Key points',
    minutes: (count) => `${count} min to read`,
    writtenBy: (name) => `Written by ${name}`,
    reviewed: (by, on) => ['Medically reviewed', ...(by ? [`by ${by}`] : []), ...(on ? [`on ${on}`] : [])].join(' '),
    nextReview: (on) => `Next review due ${on}`,
    updatedOn: (on) => `Updated ${on}`,
    linked: 'Mentioned here',
    references: 'References',
    alsoCalled: 'Also called',
    relief: 'What may help',
    howTo: 'How to do it',
    howOften: 'How often',
    cautions: 'Take care',
    helpsWith: 'May help with',
    articlesAbout: 'Articles about this',
    noArticles: 'There is no article about this yet.',
    call: (number) => `Call ${number}`,
    book: 'Book an appointment',
    website: 'Website',
    hours: 'Opening hours',
    otherHours: 'Other hours on these days',
    closed: 'closed',
    services: 'Services',
    languages: 'Languages',
    searchFor: 'What are you looking for?',
    searchHint: 'For example: swollen legs',
    found: (count) => (count === 1 ? '1 result' : `${count} results`),
    nothing: 'Nothing was found on this device. Try fewer or other words.',
    kinds: { articles: 'Article', symptoms: 'Symptom', remedies: 'Relief', clinics: 'Clinic' },
    notices: 'Corrections and recalls',
    noNotices: 'Nothing was corrected or recalled.',
    allNotices: 'All corrections and recalls',
    recalled: 'Recalled',
    recalledLong: 'This article was recalled: do not follow it',
    recalledGone: 'Its text is no longer on your device. If you followed it, ask a clinician.',
    corrected: 'Corrected',
    since: (on) => `Since ${on}`,
    understood: 'I have read this',
    onDevice: 'On this device',
    counted: (articles, symptoms, remedies, clinics) =>
      `${articles} articles, ${symptoms} symptoms, ${remedies} ways to get relief, ${clinics} clinics`,
    pictures: (kept, leftOut) =>
      `${kept === 1 ? '1 picture' : `${kept} pictures`}${leftOut ? `; ${leftOut} only with a network` : ''}`,
    space: (size) => `About ${size} of this device`,
    install: 'Put it among my apps',
    afresh: 'Remove all and begin again',
    afreshWhy: 'If something looks wrong. It needs a connection.',
    privacy: 'What you read and search for stays on this device.',
  },
  es: {
    app: 'Biblioteca de Salud',
    tagline: 'Respuestas claras sobre síntomas y lo que puede ayudar. También sin conexión.',
    skip: 'Saltar al contenido',
    menu: 'Menú principal',
    other: 'English',
    home: 'Inicio',
    symptoms: 'Síntomas',
    remedies: 'Alivio',
    clinics: 'Clínicas',
    search: 'Buscar',
    articles: 'Artículos',
    allArticles: 'Todos los artículos',
    allSymptoms: 'Todos los síntomas',
    commonSymptoms: '¿De qué se trata?',
    device: 'Este dispositivo',
    emergency: 'En una emergencia, llame al número de emergencias de su zona.',
    advice: 'Esta es información general y no sustituye el consejo de un profesional de la salud.',
    fellBack: 'Una parte de esta página todavía no está en español y aparece en inglés.',
    loading: 'Un momento…',
    lost: 'Esta página no está en su dispositivo',
    lostWhy: 'Puede que ya no esté publicada o que todavía no haya llegado.',
    backHome: 'Ir a la primera página',
    preparing: 'Preparándose para leer en cualquier lugar',
    preparingWhy: 'Todo se guarda una vez en este dispositivo. Ya puede leer lo que ha llegado.',
    progress: (kept, all) => `${kept} de unos ${all}`,
    begun: 'Ya empezó.',
    updating: 'Buscando cambios…',
    upToDate: (when) => `Al día: ${when}`,
    notYet: 'Todavía no está completo',
    offline: (when) => `Sin conexión. Está leyendo la copia del ${when}.`,
    offlineEmpty: 'Sin conexión. Conéctese una vez y todo se guardará en este dispositivo.',
    refused: 'La biblioteca de salud no responde bien ahora. Se intentará más tarde.',
    full: 'No queda espacio en este dispositivo',
    fullWhy:
      'No se pudo guardar todo. Borre lo que ya no necesite en este dispositivo e intente de nuevo. Lo que ha llegado se puede leer.',
    again: 'Intentar de nuevo',
    update: 'Buscar cambios ahora',
    urgency: {
      'self-care': { label: 'Normalmente puede cuidarse por su cuenta', mark: '●' },
      clinician: { label: 'Consulte a un profesional de la salud', mark: '◆' },
      urgent: { label: 'Busque ayuda hoy mismo', mark: '▲' },
      emergency: { label: 'Emergencia: busque ayuda de inmediato', mark: '✚' },
    },
    seekCare: 'Cuándo buscar atención',
    redFlags: 'Busque ayuda de inmediato si',
    keyPoints: 'Puntos clave',
    minutes: (count) => `${count} min de lectura`,
    writtenBy: (name) => `Escrito por ${name}`,
    reviewed: (by, on) => ['Revisión médica', ...(by ? [`de ${by}`] : []), ...(on ? [`el ${on}`] : [])].join(' '),
    nextReview: (on) => `Próxima revisión: ${on}`,
    updatedOn: (on) => `Actualizado el ${on}`,
    linked: 'Se menciona aquí',
    references: 'Referencias',
    alsoCalled: 'También se llama',
    relief: 'Qué puede ayudar',
    howTo: 'Cómo hacerlo',
    howOften: 'Con qué frecuencia',
    cautions: 'Tenga cuidado',
    helpsWith: 'Puede ayudar con',
    articlesAbout: 'Artículos sobre esto',
    noArticles: 'Todavía no hay artículos sobre esto.',
    call: (number) => `Llamar al ${number}`,
    book: 'Pedir cita',
    website: 'Sitio web',
    hours: 'Horario',
    otherHours: 'Otro horario en estos días',
    closed: 'cerrado',
    services: 'Servicios',
    languages: 'Idiomas',
    searchFor: '¿Qué busca?',
    searchHint: 'Por ejemplo: piernas hinchadas',
    found: (count) => (count === 1 ? '1 resultado' : `${count} resultados`),
    nothing: 'No se encontró nada en este dispositivo. Pruebe con menos palabras o con otras.',
    kinds: { articles: 'Artículo', symptoms: 'Síntoma', remedies: 'Alivio', clinics: 'Clínica' },
    notices: 'Correcciones y retiros',
    noNotices: 'No se ha corregido ni retirado nada.',
    allNotices: 'Todas las correcciones y retiros',
    recalled: 'Retirado',
    recalledLong: 'Este artículo fue retirado: no lo siga',
    recalledGone: 'Su texto ya no está en su dispositivo. Si lo siguió, consulte a un profesional de la salud.',
    corrected: 'Corregido',
    since: (on) => `Desde el ${on}`,
    understood: 'Ya lo leí',
    onDevice: 'En este dispositivo',
    counted: (articles, symptoms, remedies, clinics) =>
      `${articles} artículos, ${symptoms} síntomas, ${remedies} formas de alivio, ${clinics} clínicas`,
    pictures: (kept, leftOut) =>
      `${kept === 1 ? '1 imagen' : `${kept} imágenes`}${leftOut ? `; ${leftOut} solo con conexión` : ''}`,
    space: (size) => `Unos ${size} de este dispositivo`,
    install: 'Ponerla entre mis aplicaciones',
    afresh: 'Quitar todo y empezar de nuevo',
    afreshWhy: 'Si algo se ve mal. Necesita conexión.',
    privacy: 'Lo que lee y busca se queda en este dispositivo.',
  },
}
