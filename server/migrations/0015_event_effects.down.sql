drop table app.customer_letters;
