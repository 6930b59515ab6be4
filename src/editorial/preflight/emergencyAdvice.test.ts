import { expect, it } from 'vitest'
import { givesEmergencyAdvice } from './emergencyAdvice'

it.each([
  ['en', 'Call 911 if you cannot breathe.'],
  ['en', 'Call your local emergency number right away.'],
  ['en', 'Do not wait to call an ambulance.'],
  ['en', 'Go to the nearest emergency department.'],
  ['en', 'Get emergency help for sudden weakness.'],
  ['en', 'Get medical help right away if it spreads.'],
  ['en', 'This is a medical emergency.'],
  ['es', 'Llame al 911 si no puede respirar.'],
  ['es', 'Llame de inmediato al número local de emergencias.'],
  ['es', 'Pida una ambulancia.'],
  ['es', 'Vaya a la sala de urgencias más cercana.'],
  ['es', 'Busque ayuda médica de inmediato.'],
  ['es', 'Puede ser una emergencia.'],
])('is given (%s): %s', (locale, text) => {
  expect(givesEmergencyAdvice(text, locale)).toBe(true)
})

it.each([
  ['en', 'See a doctor if it does not get better.'],
  ['en', 'Call your clinic in the morning.'],
  ['en', 'You do not need to call 911 for a mild cramp.'],
  ['en', 'This is not an emergency.'],
  ['en', 'There is help at once place or another.'],
  ['en', 'Our emergency plan has three steps.'],
  ['es', 'Consulte a su médico si no mejora.'],
  ['es', 'Llame a su clínica por la mañana.'],
  ['es', 'No llame al 911 por un calambre leve.'],
  ['es', 'No es una emergencia.'],
])('is not given (%s): %s', (locale, text) => {
  expect(givesEmergencyAdvice(text, locale)).toBe(false)
})
