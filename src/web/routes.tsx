/**
 * De schermen van de werkplek: één regel per scherm, en pas als het scherm er is. `rollen` bepaalt wie het te zien krijgt (de server
 * beslist zelf over elk gegeven); het menu toont een ingang alleen als haar scherm hier staat.
 */
import type { ComponentType } from 'react'
import type { Rol } from './api/sessie.ts'

export type Werkroute = {
  /** Zonder schuine streep vooraan, bijvoorbeeld `inwoners/:id`. */
  readonly pad: string
  readonly rollen: readonly Rol[]
  /** `() => import('./werk/WerkPagina.tsx').then((m) => m.WerkPagina)` */
  readonly laad: () => Promise<ComponentType>
}

const dossierwerk: readonly Rol[] = ['consulent', 'teamleider']
const lezers: readonly Rol[] = [...dossierwerk, 'toezichthouder']
const verkeer: readonly Rol[] = ['administratie', 'teamleider', 'toezichthouder']
const balie: readonly Rol[] = [...lezers, 'administratie']
const ketenbewakers: readonly Rol[] = ['administratie', 'toezichthouder']
const contractlezers: readonly Rol[] = ['contractmanager', 'administratie', 'toezichthouder']

export const werkroutes: readonly Werkroute[] = [
  { pad: 'werk', rollen: dossierwerk, laad: () => import('./werk/WerkPagina.tsx').then((m) => m.WerkPagina) },
  { pad: 'werk/team', rollen: dossierwerk, laad: () => import('./werk/WerkPagina.tsx').then((m) => m.WerkPagina) },
  { pad: 'werk/wlz', rollen: dossierwerk, laad: () => import('./werk/WlzPagina.tsx').then((m) => m.WlzPagina) },
  {
    pad: 'werk/noodtoegang',
    rollen: [...dossierwerk, 'toezichthouder'],
    laad: () => import('./werk/NoodtoegangPagina.tsx').then((m) => m.NoodtoegangPagina),
  },
  { pad: 'zaken', rollen: dossierwerk, laad: () => import('./werk/ZakenPagina.tsx').then((m) => m.ZakenPagina) },
  { pad: 'zaken/:id', rollen: lezers, laad: () => import('./zaak/ZaakPagina.tsx').then((m) => m.ZaakPagina) },
  { pad: 'inwoners', rollen: balie, laad: () => import('./inwoner/InwonersPagina.tsx').then((m) => m.InwonersPagina) },
  {
    pad: 'inwoners/nieuw',
    rollen: dossierwerk,
    laad: () => import('./inwoner/NieuweInwonerPagina.tsx').then((m) => m.NieuweInwonerPagina),
  },
  { pad: 'inwoners/:id', rollen: balie, laad: () => import('./inwoner/InwonerPagina.tsx').then((m) => m.InwonerPagina) },
  { pad: 'inwoners/:id/:deel', rollen: balie, laad: () => import('./inwoner/InwonerPagina.tsx').then((m) => m.InwonerPagina) },
  {
    pad: 'inwoners/:id/wijzigen',
    rollen: [...dossierwerk, 'administratie'],
    laad: () => import('./inwoner/WijzigInwonerPagina.tsx').then((m) => m.WijzigInwonerPagina),
  },
  {
    pad: 'inwoners/:id/melding',
    rollen: dossierwerk,
    laad: () => import('./zaak/NieuweMeldingPagina.tsx').then((m) => m.NieuweMeldingPagina),
  },
  {
    pad: 'inwoners/:inwoner/onderzoek/:onderzoek',
    rollen: lezers,
    laad: () => import('./onderzoek/OnderzoekPagina.tsx').then((m) => m.OnderzoekPagina),
  },
  {
    pad: 'inwoners/:inwoner/onderzoek/:onderzoek/samenvatting',
    rollen: lezers,
    laad: () => import('./onderzoek/SamenvattingPagina.tsx').then((m) => m.SamenvattingPagina),
  },
  {
    pad: 'inwoners/:inwoner/onderzoek/:onderzoek/indicatie',
    rollen: ['consulent', 'teamleider'],
    laad: () => import('./indicatie/VoorstelPagina.tsx').then((m) => m.VoorstelPagina),
  },
  {
    pad: 'indicaties/:id',
    rollen: ['consulent', 'teamleider', 'toezichthouder', 'administratie'],
    laad: () => import('./indicatie/IndicatiePagina.tsx').then((m) => m.IndicatiePagina),
  },
  { pad: 'berichten', rollen: balie, laad: () => import('./berichten/BerichtenPagina.tsx').then((m) => m.BerichtenPagina) },
  { pad: 'berichten/uitval', rollen: verkeer, laad: () => import('./berichten/UitvalPagina.tsx').then((m) => m.UitvalPagina) },
  { pad: 'berichten/uitval/:id', rollen: verkeer, laad: () => import('./berichten/GevalPagina.tsx').then((m) => m.GevalPagina) },
  { pad: 'berichten/oefenen', rollen: ['administratie'], laad: () => import('./berichten/OefenPagina.tsx').then((m) => m.OefenPagina) },
  { pad: 'berichten/verzoeken', rollen: balie, laad: () => import('./berichten/VerzoekenPagina.tsx').then((m) => m.VerzoekenPagina) },
  { pad: 'berichten/:id', rollen: balie, laad: () => import('./berichten/BerichtPagina.tsx').then((m) => m.BerichtPagina) },
  { pad: 'berichten/:id/:deel', rollen: balie, laad: () => import('./berichten/BerichtPagina.tsx').then((m) => m.BerichtPagina) },
  {
    pad: 'indicaties/:id/toewijzen',
    rollen: [...dossierwerk, 'administratie'],
    laad: () => import('./toewijzing/ToewijzenPagina.tsx').then((m) => m.ToewijzenPagina),
  },
  {
    pad: 'aanbieders',
    rollen: contractlezers,
    laad: () => import('./aanbieders/AanbiedersPagina.tsx').then((m) => m.AanbiedersPagina),
  },
  {
    pad: 'aanbieders/nieuw',
    rollen: ['contractmanager'],
    laad: () => import('./aanbieders/NieuweAanbiederPagina.tsx').then((m) => m.NieuweAanbiederPagina),
  },
  {
    pad: 'aanbieders/bestand',
    rollen: ['contractmanager'],
    laad: () => import('./aanbieders/ContractbestandPagina.tsx').then((m) => m.ContractbestandPagina),
  },
  {
    pad: 'aanbieders/termijnen',
    rollen: ketenbewakers,
    laad: () => import('./aanbieders/KetentermijnenPagina.tsx').then((m) => m.KetentermijnenPagina),
  },
  {
    pad: 'aanbieders/aansluiting',
    rollen: ketenbewakers,
    laad: () => import('./aanbieders/AansluitingPagina.tsx').then((m) => m.AansluitingPagina),
  },
  {
    pad: 'aanbieders/:agb',
    rollen: contractlezers,
    laad: () => import('./aanbieders/AanbiederPagina.tsx').then((m) => m.AanbiederPagina),
  },
  {
    pad: 'catalogusbeheer',
    rollen: ['contractmanager'],
    laad: () => import('./catalogusbeheer/VersiesBeheerPagina.tsx').then((m) => m.VersiesBeheerPagina),
  },
  {
    pad: 'catalogusbeheer/lezingen',
    rollen: ['contractmanager'],
    laad: () => import('./catalogusbeheer/LezingenPagina.tsx').then((m) => m.LezingenPagina),
  },
  {
    pad: 'catalogusbeheer/doorrekenen',
    rollen: ['contractmanager', 'teamleider', 'toezichthouder'],
    laad: () => import('./catalogusbeheer/DoorrekenPagina.tsx').then((m) => m.DoorrekenPagina),
  },
  {
    pad: 'catalogusbeheer/doorrekenen/:id',
    rollen: ['contractmanager', 'teamleider', 'toezichthouder'],
    laad: () => import('./catalogusbeheer/SimulatiePagina.tsx').then((m) => m.SimulatiePagina),
  },
  {
    pad: 'catalogusbeheer/doorrekenen/:id/gevallen',
    rollen: ['teamleider', 'toezichthouder'],
    laad: () => import('./catalogusbeheer/SimulatiegevallenPagina.tsx').then((m) => m.SimulatiegevallenPagina),
  },
  { pad: 'toezicht', rollen: ['toezichthouder'], laad: () => import('./toezicht/OverzichtPagina.tsx').then((m) => m.OverzichtPagina) },
  {
    pad: 'toezicht/termijnen',
    rollen: ['toezichthouder'],
    laad: () => import('./toezicht/TermijnenPagina.tsx').then((m) => m.TermijnenPagina),
  },
  {
    pad: 'toezicht/indicaties',
    rollen: ['toezichthouder'],
    laad: () => import('./toezicht/IndicatiesPagina.tsx').then((m) => m.IndicatiesPagina),
  },
  { pad: 'toezicht/logboek', rollen: ['toezichthouder'], laad: () => import('./toezicht/LogboekPagina.tsx').then((m) => m.LogboekPagina) },
  {
    pad: 'toezicht/besluiten',
    rollen: ['toezichthouder'],
    laad: () => import('./toezicht/BesluitenPagina.tsx').then((m) => m.BesluitenPagina),
  },
  { pad: 'beheer', rollen: ['beheerder'], laad: () => import('./beheer/BeheerKader.tsx').then((m) => m.Beheerbegin) },
  {
    pad: 'beheer/medewerkers',
    rollen: ['beheerder'],
    laad: () => import('./beheer/MedewerkersPagina.tsx').then((m) => m.MedewerkersPagina),
  },
  {
    pad: 'beheer/medewerkers/nieuw',
    rollen: ['beheerder'],
    laad: () => import('./beheer/NieuweMedewerkerPagina.tsx').then((m) => m.NieuweMedewerkerPagina),
  },
  {
    pad: 'beheer/medewerkers/:id',
    rollen: ['beheerder'],
    laad: () => import('./beheer/MedewerkerPagina.tsx').then((m) => m.MedewerkerPagina),
  },
  { pad: 'beheer/teams', rollen: ['beheerder'], laad: () => import('./beheer/TeamsPagina.tsx').then((m) => m.TeamsPagina) },
  { pad: 'beheer/sessies', rollen: ['beheerder'], laad: () => import('./beheer/SessiesPagina.tsx').then((m) => m.SessiesPagina) },
  { pad: 'beheer/berichten', rollen: ['beheerder'], laad: () => import('./beheer/VerkeerPagina.tsx').then((m) => m.VerkeerPagina) },
  { pad: 'beheer/wachtrij', rollen: ['beheerder'], laad: () => import('./beheer/WachtrijPagina.tsx').then((m) => m.WachtrijPagina) },
]

/** Of er een scherm is met precies dit adres; een scherm eronder is nog geen ingang. */
export const heeftScherm = (deel: string): boolean => werkroutes.some((r) => r.pad === deel)
