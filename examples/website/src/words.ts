export const locales = ['en', 'es'] as const
export type Locale = (typeof locales)[number]
export const isLocale = (value: unknown): value is Locale => locales.some((each) => each === value)

/** All that the site itself says; the rest comes from Saphena. */
export interface Words {
  site: string
  tagline: string
  skip: string
  menu: string
  home: string
  symptoms: string
  symptomsAbout: string
  allSymptoms: string
  remedies: string
  remediesAbout: string
  articles: string
  articlesAbout: string
  clinics: string
  clinicsAbout: string
  findClinic: string
  search: string
  searchFor: string
  searchHint: string
  found: (count: number, query: string) => string
  nothing: string
  newest: string
  all: string
  letters: string
  see: string
  other: string
  emergency: string
  fellBack: string
  keyPoints: string
  onThisPage: string
  seekCare: string
  urgency: Record<'self_care' | 'clinician' | 'urgent' | 'emergency', { label: string; mark: string }>
  references: string
  reviewed: (by: string | null, on: string | null) => string
  writtenBy: (author: string) => string
  nextReview: (on: string) => string
  published: (on: string) => string
  updated: (on: string) => string
  linked: string
  related: string
  corrected: string
  recalled: string
  recalledOn: (on: string) => string
  alsoCalled: string
  redFlags: string
  relief: string
  howTo: string
  howOften: string
  cautions: string
  helpsWith: string
  articlesAboutThis: string
  phone: string
  services: string
  languages: string
  hours: string
  exceptions: string
  closed: string
  book: string
  website: string
  near: string
  nearest: string
  everywhere: string
  show: string
  useMyPlace: string
  placeRefused: string
  placeNote: string
  farAway: string
  away: (km: string) => string
  advice: string
  lost: string
  lostWhy: string
  draft: string
  draftGone: string
}

export const words: Record<Locale, Words> = {
  en: {
    site: 'Example Clinic Health Library',
    tagline: 'Plain answers about symptoms, and what may help.',
    skip: 'Skip to the content',
    menu: 'Main menu',
    home: 'Home',
    symptoms: 'Symptoms A–Z',
    symptomsAbout: 'Every symptom that we write about, by its name and its other names.',
    allSymptoms: 'All symptoms',
    remedies: 'What may help',
    remediesAbout: 'Things that you can do or use, and what to take care of.',
    articles: 'Articles',
    articlesAbout: 'Everything that we have published, the newest first.',
    clinics: 'Clinics near you',
    clinicsAbout: 'Where to find us, with hours and telephone numbers.',
    findClinic: 'Find a clinic',
    search: 'Search',
    searchFor: 'What are you looking for?',
    searchHint: 'For example: swollen legs',
    found: (count, query) => (count === 1 ? `1 article about “${query}”` : `${count} articles about “${query}”`),
    nothing: 'Nothing was found. Try fewer or other words, or look through the symptoms from A to Z.',
    newest: 'New and updated',
    all: 'All articles',
    letters: 'Letters',
    see: 'see',
    other: 'Español',
    emergency: 'In an emergency, call your local emergency number.',
    fellBack: 'Part of this page is not available in English.',
    keyPoints: 'Key points',
    onThisPage: 'On this page',
    seekCare: 'When to seek care',
    urgency: {
      self_care: { label: 'You can usually look after this yourself', mark: '●' },
      clinician: { label: 'See a clinician', mark: '◆' },
      urgent: { label: 'Get help today', mark: '▲' },
      emergency: { label: 'Emergency: get help at once', mark: '✚' },
    },
    references: 'References',
    reviewed: (by, on) => ['Medically reviewed', ...(by ? [`by ${by}`] : []), ...(on ? [`on ${on}`] : [])].join(' '),
    writtenBy: (author) => `Written by ${author}`,
    nextReview: (on) => `Next review due ${on}`,
    published: (on) => `Published ${on}`,
    updated: (on) => `Updated ${on}`,
    linked: 'Mentioned in this article',
    related: 'Related articles',
    corrected: 'This article was corrected',
    recalled: 'This article was recalled: do not follow it',
    recalledOn: (on) => `Since ${on}.`,
    alsoCalled: 'Also called',
    redFlags: 'Get help at once if',
    relief: 'What may help',
    howTo: 'How to do it',
    howOften: 'How often',
    cautions: 'Take care',
    helpsWith: 'May help with',
    articlesAboutThis: 'Articles about this',
    phone: 'Telephone',
    services: 'Services',
    languages: 'Languages',
    hours: 'Opening hours',
    exceptions: 'Other hours on these days',
    closed: 'closed',
    book: 'Book an appointment',
    website: 'Website of the clinic',
    near: 'Near which place?',
    nearest: 'The nearest first',
    everywhere: 'All places',
    show: 'Show',
    useMyPlace: 'Use where I am',
    placeRefused: 'Your browser does not say where you are. Choose a city instead.',
    placeNote: 'Your place is rounded to about a kilometre, used for this list, and not kept.',
    farAway: 'There is no clinic within 500 km of this place. These are all of them.',
    away: (km) => `${km} km away`,
    advice: 'This is general information and does not replace the advice of a clinician.',
    lost: 'There is no such page',
    lostWhy: 'It may have moved, or is no longer published. Search for it, or start from the list of symptoms.',
    draft: 'This is a draft as editors see it. Readers cannot open this page.',
    draftGone: 'This preview has ended. Open it again from the editor.',
  },
  es: {
    site: 'Biblioteca de Salud de la Clínica de Ejemplo',
    tagline: 'Respuestas claras sobre síntomas y lo que puede ayudar.',
    skip: 'Saltar al contenido',
    menu: 'Menú principal',
    home: 'Inicio',
    symptoms: 'Síntomas de la A a la Z',
    symptomsAbout: 'Todos los síntomas sobre los que escribimos, por su nombre y sus otros nombres.',
    allSymptoms: 'Todos los síntomas',
    remedies: 'Qué puede ayudar',
    remediesAbout: 'Lo que usted puede hacer o usar, y con qué debe tener cuidado.',
    articles: 'Artículos',
    articlesAbout: 'Todo lo que hemos publicado, lo más nuevo primero.',
    clinics: 'Clínicas cerca de usted',
    clinicsAbout: 'Dónde encontrarnos, con horarios y teléfonos.',
    findClinic: 'Encontrar una clínica',
    search: 'Buscar',
    searchFor: '¿Qué busca?',
    searchHint: 'Por ejemplo: piernas hinchadas',
    found: (count, query) => (count === 1 ? `1 artículo sobre «${query}»` : `${count} artículos sobre «${query}»`),
    nothing: 'No se encontró nada. Pruebe con menos palabras o con otras, o mire los síntomas de la A a la Z.',
    newest: 'Nuevo y actualizado',
    all: 'Todos los artículos',
    letters: 'Letras',
    see: 'vea',
    other: 'English',
    emergency: 'En una emergencia, llame al número de emergencias de su zona.',
    fellBack: 'Una parte de esta página todavía no está en español y aparece en inglés.',
    keyPoints: 'Puntos clave',
    onThisPage: 'En esta página',
    seekCare: 'Cuándo buscar atención',
    urgency: {
      self_care: { label: 'Normalmente puede cuidarse por su cuenta', mark: '●' },
      clinician: { label: 'Consulte a un profesional de la salud', mark: '◆' },
      urgent: { label: 'Busque ayuda hoy mismo', mark: '▲' },
      emergency: { label: 'Emergencia: busque ayuda de inmediato', mark: '✚' },
    },
    references: 'Referencias',
    reviewed: (by, on) => ['Revisión médica', ...(by ? [`de ${by}`] : []), ...(on ? [`el ${on}`] : [])].join(' '),
    writtenBy: (author) => `Escrito por ${author}`,
    nextReview: (on) => `Próxima revisión: ${on}`,
    published: (on) => `Publicado el ${on}`,
    updated: (on) => `Actualizado el ${on}`,
    linked: 'Se menciona en este artículo',
    related: 'Artículos relacionados',
    corrected: 'Este artículo fue corregido',
    recalled: 'Este artículo fue retirado: no lo siga',
    recalledOn: (on) => `Desde el ${on}.`,
    alsoCalled: 'También se llama',
    redFlags: 'Busque ayuda de inmediato si',
    relief: 'Qué puede ayudar',
    howTo: 'Cómo hacerlo',
    howOften: 'Con qué frecuencia',
    cautions: 'Tenga cuidado',
    helpsWith: 'Puede ayudar con',
    articlesAboutThis: 'Artículos sobre esto',
    phone: 'Teléfono',
    services: 'Servicios',
    languages: 'Idiomas',
    hours: 'Horario',
    exceptions: 'Otro horario en estos días',
    closed: 'cerrado',
    book: 'Pedir cita',
    website: 'Sitio web de la clínica',
    near: '¿Cerca de qué lugar?',
    nearest: 'La más cercana primero',
    everywhere: 'Todos los lugares',
    show: 'Mostrar',
    useMyPlace: 'Usar mi ubicación',
    placeRefused: 'Su navegador no dice dónde está. Elija una ciudad.',
    placeNote: 'Su ubicación se redondea a un kilómetro, se usa para esta lista y no se guarda.',
    farAway: 'No hay clínicas a menos de 500 km de este lugar. Estas son todas.',
    away: (km) => `a ${km} km`,
    advice: 'Esta es información general y no sustituye el consejo de un profesional de la salud.',
    lost: 'No existe esta página',
    lostWhy:
      'Puede que haya cambiado de lugar o que ya no esté publicada. Búsquela o empiece por la lista de síntomas.',
    draft: 'Este es un borrador, como lo ven los editores. Los lectores no pueden abrir esta página.',
    draftGone: 'Esta vista previa terminó. Ábrala de nuevo desde el editor.',
  },
}
