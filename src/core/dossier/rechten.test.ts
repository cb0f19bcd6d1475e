import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adreshandeling, type Handelende, magDoen, magInzien, magOoit } from './rechten.ts'
import { type Handeling, handelingen, type Relatie, type Rol, rechtentabel, relaties, rollen } from './rechtentabel.ts'

const alleHandelingen = Object.keys(handelingen) as Handeling[]
const eenActor = (...wie: Rol[]): Handelende => ({ gemeente: '9901', medewerker: 'm1', rollen: wie })
const bij = (...hoe: Relatie[]) => ({ gemeente: '9901', relaties: hoe })
const mag = (rol: Rol, handeling: Handeling, ...hoe: Relatie[]) => magDoen(eenActor(rol), handeling, bij(...hoe)).ok

/**
 * De afspraak, los van de tabel opgeschreven: per handeling en rol de relaties waarbij het mag.
 * g = gemeente (dus altijd), d = dichtbij (eigen, team of nood), e = eigen of team, n = alleen nood, - = nooit.
 */
const afspraak = `
                       con tea adm ctr toe beh
werkvoorraad_lezen      g   g   g   -   -   -
collegas_lezen          g   g   g   g   g   g
inwoner_zoeken          g   g   g   -   g   -
inwoner_lezen           g   g   g   -   g   -
adres_lezen             d   g   g   -   g   -
geheim_adres_lezen      d   d   d   -   d   -
bsn_tonen               d   d   g   -   n   -
inwoner_aanmaken        g   g   -   -   -   -
inwoner_wijzigen        d   d   g   -   -   -
melding_aanmaken        g   g   -   -   -   -
dossier_lezen           d   g   -   -   g   -
dossier_schrijven       d   d   -   -   -   -
zaak_overdragen         e   g   -   -   -   -
onderzoek_lezen         d   g   -   -   g   -
onderzoek_schrijven     d   d   -   -   -   -
onderzoek_afdrukken     d   d   -   -   -   -
indicatie_lezen         d   g   g   -   g   -
indicatie_maken         d   d   -   -   -   -
toewijzing_maken        d   d   g   -   -   -
berichten_zoeken        g   g   g   -   g   -
bericht_lezen           d   g   g   -   g   -
bericht_inhoud_lezen    d   d   g   -   n   -
bericht_versturen       -   -   g   -   -   -
verzoek_beantwoorden    d   d   g   -   -   -
berichtenverkeer_zien   -   g   g   -   g   g
uitval_lezen            -   g   g   -   g   -
uitval_behandelen       -   -   g   -   -   -
wie_keek_lezen          d   g   -   -   g   -
noodtoegang_vragen      g   g   -   -   g   -
noodtoegang_lezen       -   g   -   -   g   -
noodtoegang_beoordelen  -   g   -   -   -   -
catalogus_lezen         g   g   g   g   g   g
catalogus_publiceren    -   -   -   g   -   -
instelling_wijzigen     -   -   -   g   -   -
contract_lezen          -   -   g   g   g   -
keten_bewaken           -   -   g   -   g   -
keten_nakijken          -   -   g   -   -   -
keten_oefenen           -   -   g   -   -   -
contract_wijzigen       -   -   -   g   -   -
simuleren               -   -   -   g   -   -
simulatie_lezen         -   g   -   g   g   -
simulatiegevallen_lezen -   g   -   -   g   -
toezicht_lezen          -   -   -   -   g   -
audit_lezen             -   -   -   -   g   -
audit_controleren       -   -   -   -   g   g
medewerkers_beheren     -   -   -   -   -   g
teams_beheren           -   -   -   -   -   g
sessies_beheren         -   -   -   -   -   g
wachtrij_zien           -   -   -   -   -   g
wachtrij_hervatten      -   -   -   -   -   g`

const letters: Record<string, readonly Relatie[]> = {
  g: relaties,
  d: ['eigen', 'team', 'nood'],
  e: ['eigen', 'team'],
  n: ['nood'],
  '-': [],
}
const afspraakPer = new Map(
  afspraak
    .trim()
    .split('\n')
    .slice(1)
    .map((regel) => regel.split(/ +/))
    .map(([handeling, ...rest]) => [handeling, rest]),
)

describe('de tabel volgt de afspraak', () => {
  const gevallen = alleHandelingen.flatMap((handeling) =>
    rollen.flatMap((rol, plek) =>
      relaties.map((relatie) => ({ handeling, rol, relatie, letter: afspraakPer.get(handeling)?.[plek] ?? 'ontbreekt' })),
    ),
  )
  it.each(gevallen)('$handeling, $rol, $relatie: $letter', ({ handeling, rol, relatie, letter }) => {
    expect(Object.keys(letters)).toContain(letter)
    expect(mag(rol, handeling, relatie)).toBe(letters[letter]?.includes(relatie))
  })
})

describe('waar het om draait', () => {
  it('een beheerder en een contractmanager komen bij geen enkel dossier', () => {
    for (const handeling of alleHandelingen.filter((h) => handelingen[h].over === 'dossier'))
      for (const rol of ['beheerder', 'contractmanager'] as const) expect(mag(rol, handeling, ...relaties)).toBe(false)
  })

  it('een toezichthouder verandert niets aan een dossier', () => {
    const schrijft = alleHandelingen.filter((h) => handelingen[h].soort === 'schrijven' && mag('toezichthouder', h, ...relaties))
    expect(schrijft).toEqual(['noodtoegang_vragen', 'audit_controleren'])
  })

  it.each([
    ['teamleider', 'noodtoegang_beoordelen'],
    ['beheerder', 'medewerkers_beheren'],
  ] as const)('een %s doet dit niet voor zichzelf: %s', (rol, handeling) => {
    expect(magDoen(eenActor(rol), handeling, { gemeente: '9901', vanWie: 'm1' })).toMatchObject({ ok: false, fout: { reden: 'ZELF' } })
    expect(magDoen(eenActor(rol), handeling, { gemeente: '9901', vanWie: 'm2' }).ok).toBe(true)
  })

  it('een geheim adres vraagt een ander recht', () => {
    expect(adreshandeling(true)).toBe('geheim_adres_lezen')
    expect(adreshandeling(false)).toBe('adres_lezen')
    expect(magInzien(eenActor('teamleider'), adreshandeling(true), bij('gemeente')).ok).toBe(false)
  })
})

describe('de weigering zegt waarom en wat nu', () => {
  const elders = { gemeente: '9902', relaties }
  it.each([
    ['andere gemeente', 'consulent', 'dossier_lezen', elders, 'ANDERE_GEMEENTE', /andere gemeente/, /Meld u aan/],
    ['rol', 'beheerder', 'dossier_lezen', bij('gemeente'), 'ROL', /uw rol \(beheerder\)/, /consulent, teamleider, toezichthouder/],
    ['relatie, nood helpt', 'consulent', 'dossier_lezen', bij('gemeente'), 'RELATIE', /uw team/, /noodtoegang/],
    ['relatie, nood mag niet', 'administratie', 'geheim_adres_lezen', bij('gemeente'), 'RELATIE', /uw team/, /: consulent, teamleider/],
    ['relatie, nood helpt niet', 'consulent', 'zaak_overdragen', bij('nood'), 'RELATIE', /uw team/, /: consulent, teamleider/],
  ] as const)('%s', (_, rol, handeling, doel, reden, tekst, watNu) => {
    const oordeel = magDoen(eenActor(rol), handeling, doel)
    expect(oordeel).toMatchObject({ ok: false, fout: { code: 'NIET_BEVOEGD', reden } })
    expect(oordeel.ok ? '' : oordeel.fout.tekst).toMatch(tekst)
    expect(oordeel.ok ? '' : oordeel.fout.watNu).toMatch(watNu)
  })
})

const watRollen = fc.uniqueArray(fc.constantFrom(...rollen))
const watRelaties = fc.uniqueArray(fc.constantFrom(...relaties))
const watHandeling = fc.constantFrom(...alleHandelingen)
const vaak = { seed: 3, numRuns: 2000 }

describe('eigenschappen', () => {
  it('meer rollen of meer relaties nemen nooit iets weg, en samen geven zij wat één ervan geeft', () => {
    fc.assert(
      fc.property(watRollen, watRelaties, watHandeling, (wie, hoe, handeling) => {
        const los = wie.some((rol) => mag(rol, handeling) || hoe.some((relatie) => mag(rol, handeling, relatie)))
        expect(magDoen(eenActor(...wie), handeling, bij(...hoe)).ok).toBe(los)
      }),
      vaak,
    )
  })

  it('noemt noodtoegang alleen als er geen andere grond is', () => {
    fc.assert(
      fc.property(watRollen, watRelaties, watHandeling, (wie, hoe, handeling) => {
        const oordeel = magDoen(eenActor(...wie), handeling, bij(...hoe, 'nood'))
        if (!oordeel.ok || oordeel.value.relatie !== 'nood') return
        expect(magDoen(eenActor(...wie), handeling, bij(...hoe.filter((r) => r !== 'nood'))).ok).toBe(false)
      }),
      vaak,
    )
  })

  it('de grond is een rij uit de tabel met deze rol en een relatie die er is', () => {
    fc.assert(
      fc.property(watRollen, watRelaties, watHandeling, (wie, hoe, handeling) => {
        const oordeel = magDoen(eenActor(...wie), handeling, bij(...hoe))
        if (!oordeel.ok) return
        const { rij, rol, relatie } = oordeel.value
        expect(rechtentabel).toContain(rij)
        expect(wie).toContain(rol)
        expect([...hoe, 'gemeente']).toContain(relatie)
        expect(rij.handeling === handeling && rij.rollen.includes(rol) && rij.relaties.includes(relatie)).toBe(true)
      }),
      vaak,
    )
  })

  it('over de gemeentegrens mag niets, ook niet met alles', () => {
    for (const handeling of alleHandelingen) expect(magDoen(eenActor(...rollen), handeling, { gemeente: '9902', relaties }).ok).toBe(false)
  })

  it('zonder rol mag niets', () => {
    for (const handeling of alleHandelingen) expect(magDoen(eenActor(), handeling, bij(...relaties)).ok).toBe(false)
  })

  it('wat ooit mag, mag bij minstens één relatie; wat nooit mag, bij geen enkele', () => {
    for (const rol of rollen)
      for (const handeling of alleHandelingen)
        expect(magOoit(eenActor(rol), handeling).ok).toBe(relaties.some((relatie) => mag(rol, handeling, relatie)))
  })

  it('elke handeling staat minstens één keer in de tabel, en geen rol staat er dubbel', () => {
    const paren = rechtentabel.flatMap((rij) => rij.rollen.map((rol) => `${rij.handeling} ${rol}`))
    expect(new Set(paren).size).toBe(paren.length)
    expect(new Set(rechtentabel.map((rij) => rij.handeling))).toEqual(new Set(alleHandelingen))
  })
})
