//! The values in this page's address.

use gloo::utils::window;
use web_sys::UrlSearchParams;

/// All values of that name, in their order.
pub(crate) fn all(name: &str) -> Vec<String> {
    let search = window().location().search().unwrap_or_default();
    let Ok(values) = UrlSearchParams::new_with_str(&search) else { return Vec::new() };
    values.get_all(name).iter().filter_map(|value| value.as_string()).collect()
}

/// This page's address, without a place on it.
pub(crate) fn address() -> String {
    let address = window().location().href().unwrap_or_default();
    address.split('#').next().unwrap_or_default().to_owned()
}
