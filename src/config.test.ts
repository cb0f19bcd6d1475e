import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { leesConfig } from './config.ts'

const lees = (omgeving: Record<string, string>, tekst?: string) =>
  leesConfig(omgeving, '/opt/meedoen', tekst === undefined ? undefined : { pad: 'meedoen.yaml', tekst })
const waarde = (omgeving: Record<string, string>, tekst?: string) => {
  const gelezen = lees(omgeving, tekst)
  if (!gelezen.ok) throw new Error(gelezen.fout.join(' '))
  return gelezen.value
}
const fouten = (omgeving: Record<string, string>, tekst?: string) => {
  const gelezen = lees(omgeving, tekst)
  return gelezen.ok ? [] : gelezen.fout
}

describe('de configuratie', () => {
  it('zonder iets: een proefomgeving op deze computer met een eigen database', () => {
    expect(waarde({})).toMatchObject({ host: '127.0.0.1', poort: 8080, data: '/opt/meedoen/data', proef: true, databaseUrl: undefined })
  })

  it('een eigen database of uitgever is geen proefomgeving, tenzij men dat zegt', () => {
    const eigen = { DATABASE_URL: 'postgres://meedoen_app@db/meedoen', MEEDOEN_SLEUTELS: '/etc/sleutels.json' }
    expect([waarde(eigen).proef, waarde({ ...eigen, MEEDOEN_PROEF: 'ja' }).proef, waarde({ MEEDOEN_PROEF: 'nee' }).proef]).toEqual([
      false,
      true,
      false,
    ])
  })

  it('berichten: een map, een ketenbestand, of geen van beide; een pad geldt vanaf de map waarin het programma start', () => {
    expect(waarde({})).toMatchObject({ berichten: undefined, keten: undefined })
    const { berichten, keten } = waarde({ MEEDOEN_BERICHTEN: '/srv/berichten', MEEDOEN_KETEN: 'keten.yaml' })
    expect([berichten, keten]).toEqual(['/srv/berichten', resolve('keten.yaml')])
  })

  it('het bestand geldt, en de omgeving gaat ervoor', () => {
    expect(waarde({ PORT: '9000' }, 'PORT: 7000\nHOST: 0.0.0.0\n')).toMatchObject({ poort: 9000, host: '0.0.0.0' })
  })

  it.each([
    [{ PORT: 'tachtig' }, undefined, 'PORT klopt niet ("tachtig"); geef een getal van 0 tot en met 65535.'],
    [{ PORT: '70000' }, undefined, 'PORT klopt niet ("70000"); geef een getal van 0 tot en met 65535.'],
    [{ MEEDOEN_PROEF: 'misschien' }, undefined, 'MEEDOEN_PROEF klopt niet ("misschien"); geef ja of nee.'],
    [{}, 'POORT: 80', 'meedoen.yaml: "POORT" bestaat niet. Bedoelde u "PORT"?'],
    [{}, '- een lijst', 'meedoen.yaml: schrijf per regel een naam en een waarde, bijvoorbeeld PORT: 8080.'],
    [
      { OIDC_UITGEVER: 'https://inlog.example', OIDC_CLIENT_ID: 'm' },
      undefined,
      'Bij OIDC_UITGEVER hoort MEEDOEN_ADRES: daarheen stuurt de uitgever mensen terug na het aanmelden.',
    ],
    [
      { OIDC_UITGEVER: 'http://inlog.example', OIDC_CLIENT_ID: 'm', MEEDOEN_ADRES: 'https://meedoen.example' },
      undefined,
      'OIDC_UITGEVER: aanmelden met een werkaccount gaat over https; http kan alleen op de eigen computer.',
    ],
    [
      { OIDC_UITGEVER: 'https://inlog.example', OIDC_CLIENT_ID: 'm', MEEDOEN_ADRES: 'http://meedoen.example' },
      undefined,
      'MEEDOEN_ADRES: aanmelden met een werkaccount gaat over https; http kan alleen op de eigen computer.',
    ],
  ])('%j %s: %s', (omgeving, tekst, verwacht) => {
    expect(fouten(omgeving as Record<string, string>, tekst)).toEqual([verwacht])
  })

  it('een fout in een adres met een wachtwoord herhaalt dat adres niet', () => {
    const gemeld = fouten({ DATABASE_URL: 'mysql://app:geheim@db/meedoen' }).join(' ')
    expect(gemeld).toContain('DATABASE_URL klopt niet;')
    expect(gemeld).not.toContain('geheim@')
  })
})
