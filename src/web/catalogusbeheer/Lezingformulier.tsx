import type { Json } from '#core/catalogus/instellingen.ts'
import type { Instellingantwoord, Keuzeantwoord } from '#http/api/catalogus/vormen.ts'
import { gebruikAanmaken } from '../api/gebruik-aanmaken.ts'
import { gebruikEigenSessie } from '../api/gebruik-sessie.ts'
import { type Formulier, gebruikFormulier } from '../formulier/gebruik-formulier.ts'
import { schrijfDatum } from '../kader/schrijf-datum.ts'
import { Conceptmelding } from '../onderdelen/Conceptmelding.tsx'
import { Datumveld } from '../onderdelen/Datumveld.tsx'
import { Foutoverzicht } from '../onderdelen/Foutoverzicht.tsx'
import { Keuzerondjes } from '../onderdelen/Keuzerondjes.tsx'
import { Knop } from '../onderdelen/Knop.tsx'
import { KnopLink } from '../onderdelen/KnopLink.tsx'
import { Tekstveld } from '../onderdelen/Tekstveld.tsx'
import { Tekstvlak } from '../onderdelen/Tekstvlak.tsx'
import { toonToast } from '../onderdelen/toast.ts'
import { EIGEN, gekozenLezing, schrijfEigen, waardeVan } from './lezing.ts'

type Waarden = { lezing: string; eigen: string; vanaf: string; reden: string }
type Opgave = { instellingen: Record<string, Json>; vanaf: string; reden: string }

const vrijwoord = { getal: 'Eigen getal', tekst: 'Eigen tekst', lijst: 'Eigen lijst', object: 'Eigen waarden' } as const

/** Een andere lezing kiezen: welke, vanaf wanneer, en waarom. */
export function Lezingformulier({ instelling: i, opKlaar }: { instelling: Instellingantwoord; opKlaar: () => void }) {
  const { vandaag } = gebruikEigenSessie()
  const maak = gebruikAanmaken<Opgave, { items: readonly Keuzeantwoord[] }>('/instellingkeuzes', {
    formulier: `lezing-${i.sleutel}`,
    verversen: ['instellingkeuzes'],
  })
  const nu = gekozenLezing(i)
  const f = gebruikFormulier<Waarden>({
    id: `lezing-${i.sleutel}`,
    begin: { lezing: nu ?? '', eigen: nu === EIGEN ? schrijfEigen(i.waarde) : '', vanaf: vandaag, reden: '' },
    controleer: (w) => controleer(i, w),
    vertaal: (plaats) => (plaats.startsWith('/instellingen') ? '/lezing' : plaats),
    verstuur: async (w) => {
      const waarde = waardeVan(i, w.lezing, w.eigen)
      if (!waarde.ok) return
      await maak.mutateAsync({ instellingen: { [i.sleutel]: waarde.value }, vanaf: w.vanaf, reden: w.reden })
      toonToast({ tekst: `${i.titel}: gekozen, gaat in op ${schrijfDatum(w.vanaf)}.` })
      opKlaar()
    },
  })
  return (
    <>
      <Conceptmelding formulier={f} />
      <Foutoverzicht formulier={f} />
      <form className="md-formulier cb-formulier" noValidate onSubmit={(e) => void f.verstuur(e)}>
        <Keuzerondjes label="Lezing" opties={opties(i)} {...f.veld('/lezing')} />
        {i.vrij !== null && f.waarden.lezing === EIGEN && <Eigenwaarde vrij={i.vrij} formulier={f} />}
        <Datumveld label="Gaat in op" {...f.veld('/vanaf')} />
        <Tekstvlak label="Waarom" uitleg="Collega's en toezicht lezen dit terug." hoogstens={1000} {...f.veld('/reden')} />
        <p className="md-knoppen">
          <Knop soort="primair" type="submit">
            Lezing vastleggen
          </Knop>
          <KnopLink naar={doorrekenadres(i, f.waarden)}>Eerst doorrekenen</KnopLink>
        </p>
      </form>
    </>
  )
}

function Eigenwaarde({ vrij, formulier }: { vrij: keyof typeof vrijwoord; formulier: Formulier<Waarden> }) {
  const Veld = vrij === 'getal' || vrij === 'tekst' ? Tekstveld : Tekstvlak
  return <Veld label={vrijwoord[vrij]} {...formulier.veld('/eigen')} />
}

function opties(i: Instellingantwoord) {
  const nu = gekozenLezing(i)
  const lezingen = i.lezingen.map((l, n) => ({
    waarde: String(n),
    tekst: `${l.tekst}${String(n) === nu ? ' (geldt nu)' : ''}`,
    ...(l.ontbreekt && { uitleg: `Eerst nodig: ${l.ontbreekt}` }),
  }))
  return i.vrij === null ? lezingen : [...lezingen, { waarde: EIGEN, tekst: `Een eigen waarde${nu === EIGEN ? ' (geldt nu)' : ''}` }]
}

function controleer(i: Instellingantwoord, w: Waarden) {
  const waarde = waardeVan(i, w.lezing, w.eigen)
  return [
    ...(waarde.ok ? [] : [{ plaats: w.lezing === EIGEN ? '/eigen' : '/lezing', code: 'LEEG', tekst: waarde.fout }]),
    ...(w.vanaf === '' ? [{ plaats: '/vanaf', code: 'LEEG', tekst: 'Vul in vanaf welke dag deze lezing geldt.' }] : []),
    ...(w.reden.trim().length < 10 ? [{ plaats: '/reden', code: 'LEEG', tekst: 'Schrijf in minstens 10 tekens waarom.' }] : []),
  ]
}

function doorrekenadres(i: Instellingantwoord, { lezing, eigen, vanaf }: Waarden): string {
  const waarde = waardeVan(i, lezing, eigen)
  const delen = new URLSearchParams({ vanaf, ...(waarde.ok && { [`lezing.${i.sleutel}`]: JSON.stringify(waarde.value) }) })
  return `/catalogusbeheer/doorrekenen?${delen}`
}
