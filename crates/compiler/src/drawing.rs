//! A drawing at its place in the text.

use pulldown_cmark::Event;

use crate::{
    events::plain_text,
    html::Writer,
    image::{Image, join},
    suggest,
};

impl<'a> Writer<'_, 'a> {
    pub(crate) fn figure(&mut self, image: &Image<'_, 'a>) -> Event<'a> {
        let path = join(self.file.path, &image.destination);
        let alternative = plain_text(image.alternative);
        if alternative.is_empty() {
            self.refuse(
                &image.span,
                "this drawing has no text alternative",
                "say in the square brackets what it shows: `![…](…)`",
            );
        }
        let place = self.place_of(&image.destination, &image.span);
        let drawing = match self.figures.get(&path) {
            Some(drawing) => drawing,
            None if !path.ends_with(".svg") => {
                self.refuse(
                    &place,
                    "only SVG drawings can be placed",
                    "name a file that ends with `.svg`",
                );
                None
            }
            None => {
                let hint = suggest::did_you_mean(&path, self.figures.paths());
                self.faults
                    .error(self.file.path, place, format!("there is no drawing `{path}`"))
                    .hint_if(hint);
                None
            }
        };
        let html = drawing.map(|drawing| drawing.html(&alternative, &image.caption));
        Event::Html(html.map_or_else(String::new, |html| html.into_string() + "\n").into())
    }
}
