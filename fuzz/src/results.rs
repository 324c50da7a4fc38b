//! What students hand in, and what a teacher's page makes of it.

use concord_engine::results::{
    Body, Envelope, Given, Sheet, csv, division, find, from_letters, hardest, missing, quizzes,
    sort, told,
};

use crate::{code::drawn, picture::codes, small};

/// Any bytes: a picture (`P5`, a portable graymap), or a text that may have results in it, or a sheet as it stands in an envelope.
pub fn results(data: &[u8]) {
    if let Some(picture) = data.strip_prefix(b"P5\n") {
        photo(picture);
    }
    let text = String::from_utf8_lossy(data);
    let mut sheets = Vec::new();
    for mut envelope in find(&text).into_iter().flatten() {
        // Blanks around a name are not written.
        if let Body::Open(sheet) = &mut envelope.body {
            sheet.name = sheet.name.trim().to_owned();
        }
        let again = envelope.to_text().unwrap();
        assert_eq!(find(&again), [Ok(envelope.clone())], "{again}");
        if let Body::Open(sheet) = envelope.body {
            sheets.push(sheet);
        }
    }
    // An envelope has a fingerprint, which chance does not find.
    let bytes = from_letters(text.trim()).unwrap_or_else(|| data.to_vec());
    let _ = Envelope::from_bytes(&bytes);
    if let Some(sheet) = Sheet::from_bytes(&bytes) {
        let written = sheet.to_bytes();
        let again = Sheet::from_bytes(&written).unwrap();
        assert_eq!(again.answers, sheet.answers);
        assert_eq!(again.to_bytes(), written);
        sheets.push(sheet);
    }
    for line in text.lines() {
        if let Some(Given { score, helped, response }) = Given::read(line) {
            let again = Given::read(&told(score, helped, &response)).unwrap();
            assert_eq!(again, Given { score, helped, response });
        }
    }
    class(&text, &sheets);
}

/// A class has each sheet once, counted or set aside.
fn class(list: &str, sheets: &[Sheet]) {
    let bank = &small::known().bank;
    let quizzes = quizzes(bank, sheets);
    for quiz in quizzes.iter().map(|(quiz, _)| *quiz).chain([0]) {
        let sorted = sort(bank, sheets, quiz);
        assert_eq!(sorted.counted.len() + sorted.aside.len(), sheets.len());
        let counted: Vec<&Sheet> = sorted.counted.iter().map(|place| &sheets[*place]).collect();
        hardest(bank, &counted).iter().for_each(|hard| assert!(hard.right <= hard.of));
        counted.iter().for_each(|sheet| {
            let score = bank.score(sheet);
            assert!(score.points <= score.of, "{score:?}");
        });
    }
    let names: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    let missing = missing(list, &names);
    assert!(missing.unknown.iter().all(|place| *place < names.len()));
    for cell in list.lines().chain(names).take(20) {
        let table = csv(&[vec![cell.to_owned()]]);
        let table = table.trim_start_matches('\u{feff}');
        let read = table.strip_prefix('"').unwrap_or(table).trim_start();
        assert!(!read.starts_with(['=', '@']), "a spreadsheet computes {cell:?}");
    }
    let argument = small::stances();
    let stances: Vec<_> =
        sheets.iter().filter_map(|sheet| argument.stance(&sheet.stance)).collect();
    let _ = division(argument.graph(), &stances, &[0]);
}

/// Grey pixels behind a head of width, height and the brightest grey.
fn photo(picture: &[u8]) {
    let mut lines = picture.splitn(3, |byte| *byte == b'\n');
    let (Some(size), Some(_), Some(pixels)) = (lines.next(), lines.next(), lines.next()) else {
        return;
    };
    let size = String::from_utf8_lossy(size);
    let mut size = size.split(' ').map(|own| own.parse().unwrap_or(0));
    let (Some(width @ 1..=300), Some(height @ 1..=300)) = (size.next(), size.next()) else {
        return;
    };
    let pixels: Vec<u8> = pixels.iter().flat_map(|grey| [*grey, *grey, *grey, 255]).collect();
    for said in codes(&pixels, width, height) {
        if let Some(drawn) = drawn(&said, "a <label>") {
            crate::html::hold(drawn.as_str());
        }
    }
}
