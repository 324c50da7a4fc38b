//! Sealed results: by what browsers offer where a page is served safely (Web Cryptography), and nothing of our own.
//!
//! A teacher's browser makes a pair of keys on the curve P-256; the public one stands in the link to the quiz. For each result
//! the student's browser makes a pair of its own, agrees with the teacher's on a secret (ECDH), derives a key from it (HKDF with
//! SHA-256, bound to both public keys), and encrypts the sheet (AES-GCM with 256 bits), with the first bytes of the envelope
//! bound to it. Its own private key is forgotten, so that the teacher's alone opens what was sealed.
//!
//! A sealed body: four bytes by which the teacher's key is known, the student's public key (65), the nonce (12), and what was
//! encrypted. The file of a key has one line, `private-key=`, with the public key and the private one (PKCS #8) as letters.

use concord_dom::window;
use concord_engine::results::{Envelope, Sheet, from_letters, to_letters};
use concord_model::fingerprint;
use js_sys::{Array, ArrayBuffer, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CryptoKey, SubtleCrypto};

/// The name of the public key in the link to a quiz.
pub(crate) const IN_LINK: &str = "seal";

/// What stands before a private key in its file.
const IN_FILE: &str = "private-key=";

/// What the derived key is for.
const PURPOSE: &[u8] = b"concord result 1";

const PUBLIC: usize = 65;
const NONCE: usize = 12;
const MARK: usize = 4;

/// A pair of keys.
#[derive(Clone)]
pub(crate) struct Pair {
    private: CryptoKey,
    public: Vec<u8>,
}

/// What a browser seals and opens with; nothing where the page is not served safely.
pub(crate) fn offered() -> Option<SubtleCrypto> {
    let crypto = window()?.crypto().ok()?;
    let subtle = Reflect::get(&crypto, &"subtle".into()).ok()?;
    (!subtle.is_undefined()).then(|| crypto.subtle())
}

/// Whether a text has the file of a key in it.
pub(crate) fn has_key(text: &str) -> bool {
    text.contains(IN_FILE)
}

/// A public key as it stands in a link; nothing if it cannot be one.
pub(crate) fn public(letters: &str) -> Option<Vec<u8>> {
    from_letters(letters).filter(|key| key.len() == PUBLIC)
}

impl Pair {
    /// A new pair.
    pub(crate) async fn make() -> Option<Self> {
        let subtle = offered()?;
        let made = subtle.generate_key_with_object(&curve()?, true, &uses(&["deriveBits"])).ok()?;
        let made = JsFuture::from(made).await.ok()?;
        let [private, public] = ["privateKey", "publicKey"].map(|name| {
            Reflect::get(&made, &name.into()).ok().and_then(|key| key.dyn_into::<CryptoKey>().ok())
        });
        let public = exported(&subtle, "raw", &public?).await?;
        Some(Self { private: private?, public })
    }

    /// The public key as it stands in a link.
    pub(crate) fn link(&self) -> String {
        to_letters(&self.public)
    }

    /// Both keys as they stand in a file.
    pub(crate) async fn file(&self) -> Option<String> {
        let private = exported(&offered()?, "pkcs8", &self.private).await?;
        Some(IN_FILE.to_owned() + &to_letters(&[self.public.as_slice(), &private].concat()))
    }

    /// The keys that stand in a text, if any.
    pub(crate) async fn read(text: &str) -> Option<Self> {
        let (_, rest) = text.split_once(IN_FILE)?;
        let letters = rest.split(|c: char| c.is_whitespace() || c == '"').next()?;
        let bytes = from_letters(letters)?;
        let (public, private) = bytes.split_at_checked(PUBLIC)?;
        let private = key(&offered()?, "pkcs8", private, &curve()?, &["deriveBits"]).await?;
        Some(Self { private, public: public.to_vec() })
    }

    /// Whether both are the same.
    pub(crate) fn is(&self, other: &Self) -> bool {
        self.public == other.public
    }

    /// Opens what was sealed for this key.
    pub(crate) async fn open(&self, quiz: u32, body: &[u8]) -> Option<Sheet> {
        let rest = body.strip_prefix(&mark(&self.public))?;
        let (own, rest) = rest.split_at_checked(PUBLIC)?;
        let (nonce, sealed) = rest.split_at_checked(NONCE)?;
        let secret = secret(&self.private, own, [own, &self.public], "decrypt").await?;
        let subtle = offered()?;
        let opened = subtle.decrypt_with_object_and_js_u8_array(
            &cipher(nonce, quiz)?,
            &secret,
            &Uint8Array::from(sealed),
        );
        Envelope::sheet(quiz, &bytes(JsFuture::from(opened.ok()?).await.ok()?)?)
    }
}

/// Seals a sheet for a public key.
pub(crate) async fn seal(sheet: &Sheet, teacher: &[u8]) -> Option<Vec<u8>> {
    let quiz = sheet.quiz();
    let own = Pair::make().await?;
    let secret = secret(&own.private, teacher, [&own.public, teacher], "encrypt").await?;
    let mut nonce = [0; NONCE];
    window()?.crypto().ok()?.get_random_values_with_u8_array(&mut nonce).ok()?;
    let sealed = offered()?.encrypt_with_object_and_js_u8_array(
        &cipher(&nonce, quiz)?,
        &secret,
        &Uint8Array::from(sheet.to_bytes().as_slice()),
    );
    let sealed = bytes(JsFuture::from(sealed.ok()?).await.ok()?)?;
    Some([&mark(teacher), own.public.as_slice(), &nonce, &sealed].concat())
}

/// By which a key is known.
fn mark(public: &[u8]) -> [u8; MARK] {
    fingerprint(public.iter().copied()).to_le_bytes()
}

/// The key that both sides derive.
async fn secret(
    private: &CryptoKey,
    public: &[u8],
    both: [&[u8]; 2],
    usage: &str,
) -> Option<CryptoKey> {
    let subtle = offered()?;
    let public = key(&subtle, "raw", public, &curve()?, &[]).await?;
    let agree = object(&[("name", "ECDH".into()), ("public", public.into())])?;
    let shared = subtle.derive_bits_with_object(&agree, private, 256).ok()?;
    let shared = bytes(JsFuture::from(shared).await.ok()?)?;
    let shared = key(&subtle, "raw", &shared, &named("HKDF")?, &["deriveKey"]).await?;
    let purpose = [PURPOSE, both[0], both[1]].concat();
    let derive = object(&[
        ("name", "HKDF".into()),
        ("hash", "SHA-256".into()),
        ("salt", Uint8Array::new_with_length(0).into()),
        ("info", Uint8Array::from(purpose.as_slice()).into()),
    ])?;
    let wanted = object(&[("name", "AES-GCM".into()), ("length", 256.into())])?;
    let derived =
        subtle.derive_key_with_object_and_object(&derive, &shared, &wanted, false, &uses(&[usage]));
    JsFuture::from(derived.ok()?).await.ok()?.dyn_into().ok()
}

async fn key(
    subtle: &SubtleCrypto,
    format: &str,
    bytes: &[u8],
    algorithm: &Object,
    usages: &[&str],
) -> Option<CryptoKey> {
    let bytes = Uint8Array::from(bytes);
    // A private key may be exported again, so that it can be saved once more.
    let extractable = format == "pkcs8";
    let key = subtle
        .import_key_with_object(format, &bytes, algorithm, extractable, &uses(usages))
        .ok()?;
    JsFuture::from(key).await.ok()?.dyn_into().ok()
}

async fn exported(subtle: &SubtleCrypto, format: &str, key: &CryptoKey) -> Option<Vec<u8>> {
    bytes(JsFuture::from(subtle.export_key(format, key).ok()?).await.ok()?)
}

fn bytes(buffer: JsValue) -> Option<Vec<u8>> {
    let buffer: ArrayBuffer = buffer.dyn_into().ok()?;
    Some(Uint8Array::new(&buffer.into()).to_vec())
}

fn curve() -> Option<Object> {
    object(&[("name", "ECDH".into()), ("namedCurve", "P-256".into())])
}

fn named(name: &str) -> Option<Object> {
    object(&[("name", name.into())])
}

fn cipher(nonce: &[u8], quiz: u32) -> Option<Object> {
    object(&[
        ("name", "AES-GCM".into()),
        ("iv", Uint8Array::from(nonce).into()),
        ("additionalData", Uint8Array::from(Envelope::label(quiz, true).as_slice()).into()),
    ])
}

fn object(values: &[(&str, JsValue)]) -> Option<Object> {
    let object = Object::new();
    for (name, value) in values {
        Reflect::set(&object, &(*name).into(), value).ok()?;
    }
    Some(object)
}

fn uses(names: &[&str]) -> Array {
    names.iter().map(|name| JsValue::from_str(name)).collect()
}
