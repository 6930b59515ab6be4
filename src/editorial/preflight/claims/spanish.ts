import type { ClaimPatterns } from './findClaims'

const source = String.raw`(?<!\p{L})(?:estudios?(?! (?:del? sueño|de imagen|de imágenes|de sangre))|ensayos?(?: clínicos?)?|investigación|investigaciones|investigadores|científicos|evidencia|pruebas científicas|encuestas?|metaanálisis|revisión sistemática)(?!\p{L})`
const finds = String.raw`(?:encontr(?:ó|aron|ado)|hall(?:ó|aron|ado)|muestran?|mostr(?:ó|aron|ado)|demuestran?|demostr(?:ó|aron|ado)|sugieren?|sugiri(?:ó|eron)|indican?|indic(?:ó|aron)|concluyen?|concluy(?:ó|eron)|revelan?|revel(?:ó|aron)|señalan?|confirman?|confirm(?:ó|aron)|estiman?|descubri(?:ó|eron))(?!\p{L})`
const number = String.raw`(?:una?o?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|\d{1,3})`
const people = String.raw`(?:personas|adult[oa]s|mujeres|hombres|niñ[oa]s|pacientes|bebés|embarazos|embarazadas|casos)(?!\p{L})`

export const spanish: ClaimPatterns = {
  studies: [
    new RegExp(`${source}(?: (?!que(?!\\p{L})|y(?!\\p{L}))[\\p{L}\\d-]+){0,4}? ${finds}`, 'iu'),
    new RegExp(`(?<!\\p{L})según (?:[\\p{L}\\d-]+ ){0,4}?${source}`, 'iu'),
    /(?<!\p{L})en (?:un|una|el|varios|algunos|muchos|los|dos|tres|\d+) (?:[\p{L}\d-]+ ){0,2}?(?:estudios?(?! del? sueño)|ensayos?|encuestas?)(?!\p{L})/iu,
    /(?<!\p{L})(?:clínica|científica)mente (?:comprobad|probad|demostrad)[oa]s?(?!\p{L})/iu,
  ],
  figures: [
    new RegExp(
      `(?<![\\d.,])\\d{1,3}(?:[.,]\\d+)? ?(?:%|por ciento) (?:de (?:l[oa]s?|todos?|todas?|quienes|nuestr[oa]s?|esas?|esos?|${people})|del (?!plato|vaso|tubo|tiempo))(?: [\\p{L}]+)?`,
      'iu',
    ),
    /(?<![\d.,])\d{1,3}(?:[.,]\d+)? ?(?:%|por ciento) (?:más|menos|mayor|menor)(?!\p{L})/iu,
    /(?<!\p{L})(?:riesgo|probabilidad|tasa|dolor|muertes|casos)(?!\p{L})[^.;]{0,40} (?:en|de|un|del|es) (?:(?:un|el|casi|hasta|cerca de) )*\d{1,3}(?:[.,]\d+)? ?(?:%|por ciento)/iu,
    new RegExp(
      `(?<!\\p{L})${number} de cada (?:dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|veinte|cien|\\d[\\d.]*)(?: [\\p{L}-]+){0,2}? ${people}`,
      'iu',
    ),
    new RegExp(
      `(?<!\\p{L})(?:la mitad|(?:un|dos) tercios?|(?:un|tres) cuartos?|(?:un|una) (?:cuarta|tercera|quinta) parte|la (?:cuarta|tercera|quinta) parte) de (?:l[oa]s |todos los |todas las )?${people}`,
      'iu',
    ),
    /(?<![\d.,\p{L}])(?:\d{1,3}(?:[.,]\d{3})+|\d{3,}|(?:(?:\d+(?:[.,]\d+)?|un|dos|tres|varios) )?(?:millón|millones|miles) de) (?:[\p{L}-]+ ){0,2}?(?:personas|adult[oa]s|mujeres|hombres|niñ[oa]s|pacientes|muertes)(?!\p{L})/iu,
    /(?<![\p{L}\d])(?:el doble de|(?:dos|tres|cuatro|cinco|seis|diez|\d+) veces más) (?:probables?|probabilidades|frecuentes?|comunes|común|riesgo)(?!\p{L})/iu,
  ],
}
