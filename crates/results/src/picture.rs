//! Codes in pictures. It knows no browser, so that any pixels can be tried on it (`fuzz`).

use rqrr::PreparedImage;

/// What codes in a picture of red, green, blue and opacity say.
pub(crate) fn codes(pixels: &[u8], width: usize, height: usize) -> Vec<String> {
    let grey = |x: usize, y: usize| {
        let at = (y * width + x) * 4;
        let [red, green, blue] =
            [0, 1, 2].map(|own| u32::from(pixels.get(at + own).copied().unwrap_or(255)));
        ((red * 3 + green * 6 + blue) / 10) as u8
    };
    let mut image = PreparedImage::prepare_from_greyscale(width, height, grey);
    image.detect_grids().iter().filter_map(|grid| Some(grid.decode().ok()?.1)).collect()
}
