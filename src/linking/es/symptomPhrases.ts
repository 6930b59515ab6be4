import type { SymptomPhraseWords } from '../findSymptomPhrases'
import { words } from '../wordLists'

export const symptomPhrases: SymptomPhraseWords = {
  signs: words(
    `dolor dolencia ardor hinchazón inflamación picazón comezón picor entumecimiento adormecimiento hormigueo debilidad rigidez
    calambre espasmo sangrado hemorragia enrojecimiento sarpullido erupción mareo vértigo desmayo náusea vómito diarrea
    estreñimiento gases fiebre escalofrío tos estornudo ronquera ronquido cansancio fatiga palpitación temblor ampolla moretón
    sequedad irritación opresión pesadez acidez indigestión insomnio confusión somnolencia congestión flema silbidos cojera`,
  ),
  weakSigns: words('presión secreción bulto quemazón sensación mancha llaga punzada descamación pinchazo'),
  qualities: words(
    `seco hinchado rígido tieso borroso doble lloroso tapado rojo irritado agrietado sangrante frío pálido dormido adormecido
    débil doloroso cansado amarillo oscuro turbio punzante agudo intenso repentino constante persistente crónico nocturno sordo
    leve fuerte`,
  ),
  bodyParts: words(
    `cabeza cara frente cuero cabello ojo párpado vista visión oído oreja nariz boca labio lengua diente muela encía mandíbula
    garganta cuello nuca voz hombro brazo codo muñeca mano dedo uña pecho mama seno costilla pulmón corazón espalda columna
    costado estómago barriga vientre abdomen ingle cadera nalga pierna muslo rodilla pantorrilla espinilla tobillo pie talón piel
    músculo articulación hueso vejiga orina heces vagina pene testículo cuerpo pelvis`,
  ),
  troubles: words('dificultad problema falta pérdida'),
  troubledBy: words(
    `tragar respirar dormir hablar caminar ver oír masticar orinar concentrarse recordar moverse aire aliento apetito equilibrio
    olfato gusto sueño memoria peso energía sensibilidad coordinación conocimiento conciencia fuerza interés pie`,
  ),
  links: words('de del en al a por para detrás bajo cuando durante'),
  determiners: words('el la los las su sus un una unos unas mi mis tu tus ambos ambas'),
  qualityFirst: false,
  ending: /(?:algia|dinia|rrea|fagia|uria|estesia)s?$/,
}
