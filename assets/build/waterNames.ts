/** A name in italics on water: where it stands, how it is turned, and the zooms that show it. */
interface WaterName {
  name: string;
  lat: number;
  lng: number;
  /** Degrees, clockwise. */
  turn: number;
  fromZoom: number;
  toZoom: number;
}

function water(
  name: string,
  lat: number,
  lng: number,
  fromZoom: number,
  toZoom: number,
  turn = 0,
): WaterName {
  return { name, lat, lng, turn, fromZoom, toZoom };
}

/** Placed by hand for this map, so that the names stand clear of the coasts. */
export const WATER_NAMES: readonly WaterName[] = [
  water('Lake Superior', 47.75, -88.0, 4.75, 9),
  water('Lake Michigan', 43.7, -87.05, 4.75, 9, -80),
  water('Lake Huron', 44.6, -82.3, 4.75, 9),
  water('Lake Erie', 42.15, -81.3, 5, 9, -20),
  water('Lake Ontario', 43.63, -77.85, 5, 9, -3),
  water('Gulf of Mexico', 25.6, -90.0, 3, 7),
  water('Atlantic Ocean', 31.5, -66.0, 2, 5),
  water('Pacific Ocean', 33.0, -134.0, 2, 5),
  water('Hudson Bay', 59.8, -85.5, 3.5, 7),
  water('Caribbean Sea', 15.0, -75.0, 3.5, 7),
  water('Gulf of Alaska', 57.0, -145.0, 4, 7),
  water('Bering Sea', 58.0, -178.0, 3.5, 7),
  water('Labrador Sea', 57.5, -53.0, 3.5, 7),
  water('North Sea', 56.5, 3.2, 4, 7),
  water('Baltic Sea', 56.2, 18.6, 5, 8, -60),
  water('Bay of Biscay', 45.2, -4.6, 4.5, 8),
  water('Mediterranean Sea', 35.3, 18.2, 3.5, 7),
  water('Black Sea', 43.3, 34.4, 4, 8),
  water('Caspian Sea', 42.0, 50.6, 4, 8, 70),
  water('Red Sea', 20.3, 38.4, 4, 8, 60),
  water('Arabian Sea', 15.0, 64.0, 3, 6),
  water('Bay of Bengal', 14.5, 88.5, 3.5, 7),
  water('South China Sea', 13.0, 114.0, 3.5, 7),
  water('Philippine Sea', 19.0, 132.0, 3.5, 6),
  water('Sea of Japan', 40.2, 134.8, 4, 7),
  water('Coral Sea', -17.0, 153.5, 3.5, 7),
  water('Tasman Sea', -38.5, 160.5, 3.5, 7),
  water('Indian Ocean', -20.0, 78.0, 2, 5),
  water('South Atlantic Ocean', -25.0, -15.0, 2, 5),
  water('South Pacific Ocean', -28.0, -120.0, 2, 5),
];
