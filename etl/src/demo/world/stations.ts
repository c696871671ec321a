import { carriers, type Carrier } from './carriers.ts';
import { Dice } from './dice.ts';
import { places, type Place } from './places.ts';

// Where parcels are sorted, and from where they are brought to the door.
export interface Station {
  code: string;
  zh: string;
  en: string;
  carrier: Carrier;
  place: Place;
  city: string;
  hub: boolean;
  rough: number; // times the usual damage: some stations handle parcels badly
}

const HUBS = ['广州', '杭州', '北京', '武汉', '成都', '西安', '沈阳', '郑州'];
// The hub that serves a province, by its code.
const SERVED_BY: Record<string, string> = {
  'CN-GD': '广州', 'CN-GX': '广州', 'CN-HI': '广州', 'CN-FJ': '广州', 'CN-SH': '杭州', 'CN-ZJ': '杭州', 'CN-JS': '杭州', 'CN-AH': '杭州',
  'CN-BJ': '北京', 'CN-TJ': '北京', 'CN-HE': '北京', 'CN-NM': '北京', 'CN-HB': '武汉', 'CN-HN': '武汉', 'CN-JX': '武汉', 'CN-SC': '成都',
  'CN-CQ': '成都', 'CN-GZ': '成都', 'CN-YN': '成都', 'CN-XZ': '成都', 'CN-SN': '西安', 'CN-GS': '西安', 'CN-QH': '西安', 'CN-NX': '西安',
  'CN-XJ': '西安', 'CN-LN': '沈阳', 'CN-JL': '沈阳', 'CN-HL': '沈阳', 'CN-HA': '郑州', 'CN-SD': '郑州', 'CN-SX': '郑州',
}; // prettier-ignore

const CARDINALS = ['一', '二', '三'];

/** Every carrier's hubs and its stations in every city. */
export class Network {
  readonly stations: Station[] = [];
  private readonly hubs = new Map<string, Station>();
  private readonly doors = new Map<string, Station[]>();

  constructor(seed: string) {
    const homes = new Map(places.flatMap((place) => place.cities.map((city) => [city, place] as const)));
    for (const carrier of carriers) {
      let no = 0;
      const add = (city: string, place: Place, name: [zh: string, en: string], hub: boolean) => {
        const code = `${carrier.waybill}${String(++no).padStart(4, '0')}`;
        const rough = new Dice(seed, 'station', code).chance(0.06) ? 3.5 : 0.85;
        const station = { code, zh: name[0], en: name[1], carrier, place, city, hub, rough };
        this.stations.push(station);
        return station;
      };
      for (const city of HUBS) {
        const place = homes.get(city) as Place;
        const hub = add(city, place, [`${carrier.zh}${city}转运中心`, `${carrier.en} hub, ${place.en}`], true);
        this.hubs.set(`${carrier.code} ${city}`, hub);
      }
      for (const [city, place] of homes) {
        const doors = CARDINALS.map((nth) =>
          add(city, place, [`${carrier.zh}${city}${nth}部`, `${carrier.en} station ${no + 1}, ${place.en}`], false),
        );
        this.doors.set(`${carrier.code} ${city}`, doors);
      }
    }
  }

  door(dice: Dice, carrier: Carrier, city: string): Station {
    return dice.pick(this.doors.get(`${carrier.code} ${city}`) ?? this.stations);
  }

  hub(carrier: Carrier, regionCode: string): Station {
    return this.hubs.get(`${carrier.code} ${SERVED_BY[regionCode] ?? '武汉'}`) as Station;
  }
}
