// Patterns as pictures: a pixel of the canvas for each of theirs, shown large and crisp.
const bits = text => Uint8Array.from(atob(text), character => character.charCodeAt(0));
const isUp = (packed, i) => packed[i >> 3] >> (i & 7) & 1;
/** The share of pixels at which two pictures agree, as an overlap. */
const overlapOf = (one, other, pixels) => {
  let agreeing = 0;
  for (let i = 0; i < pixels; i++) agreeing += isUp(one, i) === isUp(other, i);
  return 2 * agreeing / pixels - 1;
};
const black = [0, 0, 0];
const white = [255, 255, 255];
/** What differs: grey where both are up, blue what the restoration lacks, orange what it has too much. */
const lacking = [86, 180, 233];
const tooMuch = [230, 159, 0];
const differing = (original, restored) => i => {
  const was = isUp(original, i);
  const is = isUp(restored, i);
  return was === is ? was ? [110, 110, 110] : [24, 24, 24] : was ? lacking : tooMuch;
};
const showing = packed => i => isUp(packed, i) ? white : black;

/** Paints a picture whose pixel i has the colour of i. */
const paint = (canvas, colourOf) => {
  const {width, height} = canvas;
  const context = canvas.getContext('2d');
  const image = context.createImageData(width, height);
  for (let i = 0; i < width * height; i++) image.data.set([...colourOf(i), 255], 4 * i);
  context.putImageData(image, 0, 0);
};
/** As many screen pixels for one of the picture's as leave it about this wide, a whole number where it is small. */
const scaled = (width, wanted) => width >= wanted ? wanted : Math.max(1, Math.round(wanted / width)) * width;
const picture = (run, colourOf, name, wanted = 112) => {
  const {width, height} = runs[run];
  const canvas = element('canvas', '', {role: 'img', 'aria-label': name});
  canvas.width = width;
  canvas.height = height;
  canvas.style.width = scaled(width, wanted) + 'px';
  paint(canvas, colourOf);
  return canvas;
};
