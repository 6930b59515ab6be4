import type { SenseRule } from '../language'

/** A disease's name puts its head first: síndrome de fatiga crónica. The heads stand before a term in Spanish, see the rules below. */
export const diseaseHeads: string[] = []

/** Contexts of everyday words. See `en/senses.ts` for how they are written; words are without accents here. */
export const senses: readonly SenseRule[] = [
  {
    terms: ['fiebre'],
    kind: 'symptom',
    not: [
      '_ amarilla|tifoidea|reumatica|escarlatina|maculosa|hemorragica|q|mediterranea|recurrente|aftosa|glandular|paratifoidea|puerperal|lassa|uterina',
      '_ del heno|dengue|nilo|valle|loro',
      '_ por dengue|arañazo',
      '_ de lassa|malta|las',
    ],
  },
  {
    terms: ['calor'],
    kind: 'remedy',
    not: [
      'golpe|golpes|ola|olas|erupcion|sarpullido|calambres|agotamiento|fuente|fuentes|intolerancia|perdida|sensibilidad|exceso|sensacion|oleada|oleadas|dias|dia|produccion de|por|al|del _',
      'mucho|hace|hacer|hacia|tener|tiene|siente|sentir|hay|produce|produzca|genera|pierde|demasiado|este _',
      'con|por|en|durante|bajo mucho|tanto|el|este _',
      '_ extremo / corporal / excesivo / intenso / humano / del verano / del sol / ambiental / del cuerpo / y humedad',
      '_ y|o humedad|enrojecimiento|hinchazon',
    ],
    needs: [
      'aplique / aplicar / aplicarse / aplica / aplicando / poner / ponga / pongase / use / usar / utilice / pruebe / con / un poco de / aplicacion de _',
      'aplique|aplicar|ponga|poner|use|usar|un poco|aplicacion de|el|algo _',
      '_ local / humedo / seco / suave / puede / ayuda / alivia / relaja / o frio / o hielo / sobre / en la / en el / en los / en las',
      'frio|hielo|masaje|reposo|masajes o|y|u _',
      '[list]',
      '[item]',
    ],
  },
  {
    terms: ['frio'],
    kind: 'remedy',
    not: [
      'agua / aire / clima / tiempo / sudor / tener / tiene / siente / sentir / sienten / sintiendo / hace / hacer / al / del / exposicion al / mucho / por / el / ambiente / dia / invierno / manos / pies / piel / viento / con el _',
      '_ intenso / extremo / del invierno / y seco / en las manos / y humedo / o calor extremo',
      'sensacion|temblor|escalofrios|temblores|dias|dia de|por _',
    ],
    needs: [
      'aplique / aplicar / aplicarse / poner / ponga / use / usar / pruebe / con / compresas de _',
      '_ local / o calor / sobre / en la zona',
      'calor|hielo o|y _',
      '[list]',
      '[item]',
      'aplique|aplicar|ponga .. _',
    ],
  },
  {
    terms: ['hielo'],
    kind: 'remedy',
    not: [
      '_ seco / negro / y nieve',
      'cubo|cubos|cubitos|cubito|trozos|pista|hockey|patinaje|placa|placas|agua de / sobre _',
      'bebidas|refrescos|agua con _',
      'el|un _ de|del',
      'nieve|nieves|lluvia o|y _',
      'sin|agua|bebidas con _',
      'resbalar|resbalarse|patinar|resbalo|caminar en|sobre|con el _',
      '_ en las carreteras / las calles / la bebida / las bebidas',
    ],
  },
  {
    terms: ['descanso', 'descansar', 'reposo'],
    kind: 'remedy',
    not: [
      'frecuencia|pulso|estado|ritmo|cardiaca en|de _',
      'en _',
      'dia / dias / area / sala / casa / sin / periodo / hora / horas / tiempo de _',
      'sin _',
      '_ eterno|semanal',
      'descanse en paz _',
    ],
  },
  {
    terms: ['ejercicio', 'actividad fisica'],
    kind: 'remedy',
    not: [
      'prueba|pruebas|tolerancia|intolerancia|despues|antes|inducida|inducido|asma de|al|del|por|con _',
      'durante|tras|mediante|por|con|sin el|su|un _',
      '_ de la medicina / profesional / de sus derechos / intenso / fisico intenso / de esfuerzo',
      'despues|antes de|del hacer|el|un|cualquier _',
      'durante|tras _',
      'inducido|provocado|inducida|provocada por _',
    ],
  },
  {
    terms: ['caminar', 'caminata'],
    kind: 'remedy',
    not: [
      'dificultad|dificultades|problema|problemas|incapacidad|capacidad|incapaz|imposibilidad|aprender|aprende|trastornos|forma|modo|manera|torpeza|inseguridad para|al|de|a|en _',
      'al|puede|pueden|pueda|puedan|podia|podra|podran|poder|cuesta|duele|empieza|empiezan|empezo|comienza|comienzan|aprende|aprender|aprenda|logra|volver|vuelva|dolor|cojear a|al|para|no|bien|de _',
      'al|puede|pueden|pueda|poder|cuesta|dificil|imposible|deja|dejar|doloroso|sin _',
      '_ con dificultad / dificultad / un baston / muletas / cojera / andador / ayuda / normalmente / solo / de puntillas / dormido',
      'dificultad|dificultades|problemas|capacidad|incapacidad .. _',
      '_ o|y hablar|subir|estar|correr|pararse|tragar|sentarse',
      'hablar|pararse|tragar|sentarse|correr|comer|pie|moverse|mantenerse|equilibrio y|o _',
    ],
  },
  {
    terms: ['agua', 'liquidos', 'liquido'],
    kind: 'remedy',
    not: [
      '_ de|del grifo|mar|rio|pozo|lago|piscina|colonia|rosas / de la llave|piscina',
      '_ caliente / tibia / fria / salada / corriente / contaminada / sucia / y jabon / oxigenada / con jabon / destilada / jabonosa / dulce / estancada / bendita / potable / en los / en las / en el / en la / amniotico / cefalorraquideo / sinovial / corporal / corporales / amnioticos / del cuerpo / pleural / espeso / claro / transparente / alrededor / hirviendo / helada / o jabon / inflamables',
      'bajo|en|dentro|con|el|del|al|mucho|retener _',
      'acumulacion|retencion|exceso|perdida|llena|llenas|lleno|llenos|salida|bolsa|sustancia|goteo|escape|secrecion|cantidad de _',
      'jabon|bolsa con|y|de _',
      'rompe|rompio|romper la|las _',
      'el / del / retiene / retienen / pierde / pierden / drenar / extraer / un / ese / este / se acumula _',
    ],
    needs: [
      'beber|beba|beban|bebe|bebiendo|tome|tomar|toma|ofrezca|ofrecer|sorbos|vaso|vasos|mas|mucha|muchos|abundante|abundantes|bastante|bastantes|suficiente|suficientes|dar|de|dele|traguitos _',
      'vaso|vasos|sorbos|litros|litro|botella|traguitos|tragos de _',
      'beba|beber|tome|tomar|ofrezca|ofrecer|bebiendo|ingiera .. _',
      '_ suficiente|suficientes|abundante|abundantes|claros',
      '[list]',
      '[item]',
    ],
  },
  {
    terms: ['hierro', 'calcio', 'fibra'],
    kind: 'remedy',
    not: [
      'deficiencia|deficit|exceso|niveles|nivel|sobrecarga|acumulacion|reservas|canales|depositos|piedras|oxalato|cantidad|carencia|absorcion|anemia|bloqueadores|antagonistas|bloqueador|acero|calculos de|del|por _',
      'anemia por deficiencia|falta de _',
      'canales|deficiencia de|del _',
      '_ en la sangre / sangre / los huesos / las arterias / los riñones / optica / muscular / nerviosa / fundido / sintetica / de vidrio',
      '_s musculares|nerviosas|opticas|elasticas|de|del|sinteticas|nerviosa|que|sensibles|naturales',
      'el|su|sus|del|mucho|poco|absorbe|contiene|demasiado _ en|que|de|almacenado',
      'puño de _',
      'el|del|al _',
    ],
    needs: [],
  },
  {
    terms: ['insulina', 'oxigeno'],
    kind: 'remedy',
    not: [
      'produce|producen|producir|fabrica|fabricar|llamada|hormona|suficiente|poca|poco|bajo|transporta|transportan|lleva|llevan|el|del|mas|menos|al _',
      'resistencia a|de _',
      'produce|producen|fabrica la|el|su|mas|menos _',
      'resistencia a la _',
      'llevan|lleva|transporta|falta|hormona|cantidad de|el|la _',
      'nivel|niveles|falta|cantidad|hormona|saturacion|secrecion|produccion|celulas|resistencia de|llamada|a _',
      '_ que / en la sangre / la sangre / al cerebro / al corazon / a los / a las / y nutrientes / es una / del aire / llega / suficiente',
    ],
    needs: [
      'inyectarse|inyecte|inyecta|inyeccion|inyecciones|dosis|use|usar|usa|usan|necesita|necesitan|necesitar|recibir|reciba|recibe|dar|administrar|tratamiento|con|dan|poner|ponerse|terapia|suplementario|de|aplicarse|bomba|bombas|guarde _',
      'inyectarse|inyecte|ponerse|pongase|poner|usar|use|aplicarse|necesita|guarde la|su|el _',
      'inyeccion|inyecciones|dosis|bomba|bombas|tratamiento|terapia|mascarilla|suministro|plumas de|con _',
      '_ suplementario / suplementaria / en casa / adicional / domiciliario / por la noche / rapida / lenta / inyectable / antes',
      '[list]',
      '[item]',
    ],
  },
  {
    terms: ['presion'],
    kind: 'symptom',
    not: [
      '_ arterial / sanguinea / alta / baja / atmosferica / intraocular / ocular / intracraneal / del aire / de la sangre / firme / suave / directa / sobre / venosa / social / de / del / pulmonar / negativa / positiva / en la herida / en el ojo / en las arterias / en la cabina / constante / de los compañeros / barometrica / laboral',
      'medias|olla|ulcera|ulceras|llagas a|de _',
      'la|alta|baja|su|ejerce|mucha _',
      'aplique|haga|ejerza|ejercer|hacer|aplicar|haciendo .. _',
      'ulcera|ulceras|llaga|llagas|puntos|punto|cambios|olla|medicinas por|de|a _',
      'la _',
    ],
  },
  {
    terms: ['estres'],
    kind: 'symptom',
    not: [
      'prueba|pruebas|incontinencia|fractura|fracturas|hormona|hormonas|manejo|manejar|hormonas de|por|del|el _',
      '_ postraumatico|oxidativo|termico|hidrico|mecanico',
      'prueba|pruebas|fractura|fracturas|incontinencia|manejo|hormona|hormonas de|por|del _',
    ],
  },
  {
    terms: ['depresion'],
    kind: 'symptom',
    not: [
      '_ respiratoria / economica / del hueso / de la piel / de la medula / en el hueso / tropical / medular / del terreno',
      'gran _',
    ],
  },
  {
    terms: ['confusion'],
    kind: 'symptom',
    not: ['_ sobre / entre / con / acerca / de nombres', 'evitar|crear|para evitar|genera|hay|causa _ sobre|entre'],
  },
  {
    terms: ['masa'],
    kind: 'symptom',
    not: [
      '_ muscular / corporal / osea / magra / madre / de pan / del pan / de pizza / encefalica / grasa / critica / cocida / cruda',
      'indice de _',
      'la _',
    ],
  },
  {
    terms: ['gases'],
    kind: 'symptom',
    not: [
      '_ de|en la sangre|atmosfera',
      '_ toxicos / lacrimogenos / anestesicos / nobles / de escape / en sangre / arteriales / invernadero / industriales / inflamables / sanguineos / venenosos',
      'intercambio|gasometria|inhalar|inhalacion|prueba|analisis|respirar de _',
      'inhalar|respirar|inhala _',
    ],
  },
  {
    terms: ['erupcion'],
    kind: 'symptom',
    not: [
      '_ .. diente|dientes|muela|muelas|volcan',
      '_ volcanica / dental / dentaria / de los dientes / del volcan',
      'por calor _',
    ],
  },
  { terms: ['sed'], kind: 'symptom', not: ['_ de venganza|justicia|conocimiento|saber'] },
  {
    terms: ['rigido', 'rigidez'],
    kind: 'symptom',
    not: [
      'collarin|tubo|endoscopio|plastico|suela|cartón|carton|zapato|zapatos|corse|horario|horarios|marco|calzado _',
      'lente|lentes|zapatos|suelas|contacto _',
    ],
  },
  {
    terms: ['acidez'],
    kind: 'symptom',
    not: [
      '_ de la|su|los orina|sangre|alimentos|suelos',
      '_ del suelo / de la sangre / de la orina / vaginal / del jugo / del limon / de los alimentos / del vino',
    ],
  },
  { terms: ['miel'], kind: 'remedy', not: ['luna|lunas|color de _', '_ de luna'] },
  { terms: ['ardor'], kind: 'symptom', not: ['_ guerrero'] },
  { terms: ['picor'], kind: 'symptom', not: ['_ de la comida / del chile'] },
  {
    terms: ['parche'],
    kind: 'remedy',
    not: [
      '_ ocular / en el ojo / de piel / de la piel / rojo / blanco / de tela / reproductor',
      'prueba|pruebas del|de|con _',
      '_s rojos / blancos / de piel / escamosos / rojas / en la piel / calvos / secos / de eccema / oscuros',
      'ojo con _',
      '_ en un|el ojo',
    ],
  },
  {
    terms: ['crema'],
    kind: 'remedy',
    not: [
      '_ de leche / agria / batida / pastelera / de cacahuate / de verduras / de calabaza / de champiñones / de afeitar / dental / de espinacas / espesa / chantilly / agria',
      'queso|leche|sopa|sopas|color _',
    ],
  },
  { terms: ['baston'], kind: 'remedy', not: ['_ de caramelo / de mando'] },
  { terms: ['vendaje', 'venda'], kind: 'remedy', not: ['ojos con _'] },
  {
    terms: ['ampolla'],
    kind: 'symptom',
    not: [
      '_ de vidrio / bebible / inyectable / de vitamina / rectal',
      '_s bebibles / inyectables / de vidrio / de vitamina',
      'contenido|abrir|abra|romper|rompa de|la|una _',
    ],
  },
  { terms: ['masaje'], kind: 'remedy', not: ['_ cardiaco|cardiaca', 'aceite|sillon|silla de _'] },
  {
    terms: ['sudor'],
    kind: 'symptom',
    not: [
      'prueba|pruebas|glandulas|glandula|cloruro|gotas|conductos del|de _',
      'prueba|pruebas|glandulas|glandula|cloro en|el|de|del _',
    ],
  },
  {
    terms: ['corticoide', 'esteroide'],
    kind: 'remedy',
    not: ['_ anabolico|anabolizante', '_s anabolicos|anabolizantes'],
  },
  {
    terms: ['sangrado', 'hemorragia'],
    kind: 'symptom',
    not: ['tiempo|trastorno|trastornos de _', '_ cerebral', 'trastorno|trastornos hemorragicos _'],
  },
  { terms: ['convulsion'], kind: 'symptom', not: ['_ social|politica'] },
  { terms: ['crisis'], kind: 'symptom', not: ['_ economica'] },
  {
    terms: ['fatiga'],
    kind: 'symptom',
    not: ['sindrome de _', 'sindrome de _', '_ de materiales / visual', 'fractura|fracturas por|de _'],
  },
  {
    terms: ['dolor'],
    kind: 'symptom',
    not: ['clinica|unidad|especialista|escala|umbral|clinicas|unidades|manejo de|del _'],
  },
  { terms: ['relajacion'], kind: 'remedy', not: ['_ muscular / del musculo / de los musculos / del esfinter / de la'] },
  {
    terms: ['nadar', 'natacion'],
    kind: 'remedy',
    not: ['oido|gafas de|para _', 'despues|antes|aprender de|a _', 'al|despues|sabe _'],
  },
  { terms: ['estirar', 'estiramiento'], kind: 'remedy', not: ['_ facial / de la piel / el brazo / las sabanas'] },
]
