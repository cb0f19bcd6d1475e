import type { Rol, Sessie } from '../api/sessie.ts'
import type { Icoonnaam } from '../onderdelen/Icoon.tsx'
import { heeftScherm } from '../routes.tsx'

export type Menupunt = {
  readonly naar: string
  readonly tekst: string
  readonly icoon: Icoonnaam
  readonly rollen: readonly Rol[]
  /** Schermen die hier ook bij horen maar een eigen adres hebben. */
  readonly ook?: readonly string[]
}

const werkpunten: readonly Menupunt[] = [
  { naar: '/werk', tekst: 'Mijn werk', icoon: 'werk', rollen: ['consulent', 'teamleider'], ook: ['/zaken'] },
  {
    naar: '/toezicht',
    tekst: 'Toezicht',
    icoon: 'oog',
    rollen: ['toezichthouder'],
    ook: ['/werk/noodtoegang', '/zaken', '/catalogusbeheer/doorrekenen'],
  },
  {
    naar: '/inwoners',
    tekst: 'Inwoners',
    icoon: 'personen',
    rollen: ['consulent', 'teamleider', 'administratie', 'toezichthouder'],
    ook: ['/indicaties'],
  },
  { naar: '/berichten', tekst: 'Berichten', icoon: 'brief', rollen: ['consulent', 'teamleider', 'administratie', 'toezichthouder'] },
]
const beheerpunten: readonly Menupunt[] = [
  { naar: '/catalogusbeheer', tekst: 'Catalogus\u00adbeheer', icoon: 'regelaars', rollen: ['contractmanager'] },
  { naar: '/catalogusbeheer/doorrekenen', tekst: 'Doorrekeningen', icoon: 'regelaars', rollen: ['teamleider'] },
  { naar: '/aanbieders', tekst: 'Aanbieders', icoon: 'contract', rollen: ['contractmanager', 'administratie', 'toezichthouder'] },
  { naar: '/beheer', tekst: 'Beheer', icoon: 'beheer', rollen: ['beheerder'] },
]

type Schermkijker = (deel: string) => boolean
const voor = (punten: readonly Menupunt[], rollen: readonly Rol[], bestaat: Schermkijker) =>
  punten.filter((p) => p.rollen.some((rol) => rollen.includes(rol)) && bestaat(p.naar.slice(1)))

/** De ingangen voor deze rollen, voor en na het productboek. Een ingang zonder scherm is er niet. */
export function menuVoor(rollen: readonly Rol[], bestaat: Schermkijker = heeftScherm): { boven: Menupunt[]; onder: Menupunt[] } {
  return { boven: voor(werkpunten, rollen, bestaat), onder: voor(beheerpunten, rollen, bestaat) }
}

/** De ene ingang waar dit scherm onder valt: die het adres het nauwst omvat, en bij gelijke stand de eerste. */
export function ingangVan(punten: readonly Menupunt[], pathname: string): Menupunt | undefined {
  const omvat = (adres: string) => (`${pathname}/`.startsWith(`${adres}/`) ? adres.length : 0)
  const nauwst = (p: Menupunt) => Math.max(...[p.naar, ...(p.ook ?? [])].map(omvat))
  const beste = Math.max(0, ...punten.map(nauwst))
  return beste === 0 ? undefined : punten.find((p) => nauwst(p) === beste)
}

/** Waar iemand na het aanmelden begint: zijn eerste eigen scherm, anders de catalogus van zijn gemeente. */
export function beginadres(sessie: Pick<Sessie, 'rollen' | 'gemeente'>, bestaat: Schermkijker = heeftScherm): string | null {
  const { boven, onder } = menuVoor(sessie.rollen, bestaat)
  const eerste = [...boven, ...onder][0]
  if (eerste) return eerste.naar
  return sessie.gemeente.catalogus ? `/${sessie.gemeente.catalogus}` : null
}
