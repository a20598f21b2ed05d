drop table app.product_price_history;
drop table app.bundle_items;
drop table app.products;
drop table app.product_categories;
drop table app.units_of_measure;
drop table app.suppliers;
drop table app.tax_rates;
