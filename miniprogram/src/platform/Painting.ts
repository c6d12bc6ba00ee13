/** What paints: the part of a browser's 2d context that we use, which mini programs have, too. */
export type Brush = Pick<
  CanvasRenderingContext2D,
  'fillStyle' | 'font' | 'textBaseline' | 'fillRect' | 'fillText' | 'measureText' | 'scale'
> & {
  drawImage(image: PaintedImage, ...numbers: [number, number, number, number, number, number, number, number]): void;
};

/** A picture that has been loaded; its own size in pixels. */
export interface PaintedImage {
  width: number;
  height: number;
}

/** A picture to be painted: its size in px, the stored pictures in it (file ids), and how it is drawn. */
export interface Painting {
  width: number;
  height: number;
  pictures: readonly string[];
  /** `images` are the pictures, in their order. */
  draw(brush: Brush, images: readonly PaintedImage[]): void;
}
